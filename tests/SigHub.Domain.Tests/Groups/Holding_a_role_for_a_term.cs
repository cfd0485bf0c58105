using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Groups;

public sealed class Holding_a_role_for_a_term
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-03-04", null, true)]
    [InlineData("2026-03-05", null, false)]
    [InlineData(null, "2026-03-04", false)]
    [InlineData(null, "2026-03-05", true)]
    [InlineData("2026-03-04", "2026-03-05", true)]
    public void Counts_the_first_day_and_not_the_last(string? from, string? to, bool today) =>
        new Term(Maybe(from), Maybe(to)).Contains(Today).ShouldBe(today);

    [Theory]
    [InlineData("2026-03-04", "2026-03-04")]
    [InlineData("2026-03-04", "2026-03-03")]
    public void A_term_without_a_day_is_refused(string from, string to) =>
        ShouldBeRefused(() => _ = new Term(Day(from), Day(to)), "ends after the day it starts on");

    [Fact]
    public void Only_who_leads_gives_one()
    {
        foreach (var actor in new[] { Sol, Ines, Kai, Nobody })
            ShouldBeRefused(
                () => Membership.Appoint(actor, Guid.NewGuid(), Compilers.Id, Role.Member, null, Term.Always, Now),
                "give somebody a role"
            );

        Membership
            .Appoint(Mira, Guid.NewGuid(), Docs.Id, Role.Chair, null, Term.Always, Now)
            .IsConfirmed.ShouldBeTrue();
    }

    private static DateOnly? Maybe(string? iso) => iso is null ? null : Day(iso);
}
