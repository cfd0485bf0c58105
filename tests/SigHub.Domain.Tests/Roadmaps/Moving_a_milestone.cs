using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;

namespace SigHub.Domain.Tests.Roadmaps;

public sealed class Moving_a_milestone
{
    private readonly Milestone milestone = Milestone.Plan(
        Ada,
        9,
        Compilers.Id,
        "release the linker",
        Period.Quarter(2026, 1),
        new Mention("Ines", Ines.PersonId),
        Now
    );

    [Fact]
    public void Keeps_every_period_it_had()
    {
        milestone.Move(Ines, Period.Quarter(2026, 2), "the tests are slow", Now);
        var fact = milestone.Move(Sol, Period.At(Horizon.Later), reason: null, Now);

        milestone.Period.ShouldBe(Period.At(Horizon.Later));
        milestone
            .Slips.Select(s => (s.From.Text, s.To.Text, s.Reason))
            .ShouldBe([("Q1 2026", "Q2 2026", "the tests are slow"), ("Q2 2026", "Later", null)]);
        fact.Summary.ShouldBe("moved M-9 from Q2 2026 to Later");
    }

    [Fact]
    public void To_where_it_is_is_refused() =>
        ShouldBeRefused(() => milestone.Move(Ada, Period.Quarter(2026, 1), null, Now), "already planned for Q1 2026");

    [Fact]
    public void Is_for_its_owner_and_who_keeps_the_minutes()
    {
        ShouldBeRefused(() => milestone.Move(Tomas, Period.Year(2026), null, Now), "Only the owner of M-9");
        milestone.HandTo(Ada, new Mention("Tomas", Tomas.PersonId), Now);
        milestone.Move(Tomas, Period.Year(2026), null, Now);
    }

    [Fact]
    public void Ends_when_it_is_reached()
    {
        milestone.Become(Ines, MilestoneStatus.Done, reason: null, Now);

        ShouldBeRefused(() => milestone.Move(Ines, Period.Year(2027), null, Now), "no longer moves");
        ShouldBeRefused(() => milestone.Become(Ines, MilestoneStatus.Planned, null, Now), "taken up again");
        milestone.Become(Ines, MilestoneStatus.InProgress, "it was not", Now).Before.ShouldBe("done");
    }

    [Fact]
    public void Dropping_it_needs_a_reason() =>
        ShouldBeRefused(() => milestone.Become(Ada, MilestoneStatus.Dropped, " ", Now), "Say why M-9 is dropped.");

    [Fact]
    public void Is_late_when_its_days_are_over()
    {
        milestone.IsLateOn(Day("2026-03-31")).ShouldBeFalse();
        milestone.IsLateOn(Day("2026-04-01")).ShouldBeTrue();
        milestone.Become(Ada, MilestoneStatus.Done, null, Now);
        milestone.IsLateOn(Day("2026-04-01")).ShouldBeFalse();
    }
}
