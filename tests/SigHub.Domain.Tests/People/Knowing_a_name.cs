using SigHub.Domain.People;

namespace SigHub.Domain.Tests.People;

public sealed class Knowing_a_name
{
    private static readonly string[] People =
    [
        "Ada Quill",
        "Inès Moreau",
        "Tomas (Tom) Lindqvist",
        "Dr. Marten Vance",
        "Robin Oduya",
        "Robin Marlowe",
        "Łukasz Sørensen",
        "Wren",
    ];

    private readonly Dictionary<Guid, string> names = People.ToDictionary(_ => Guid.NewGuid());
    private readonly Roster roster;

    public Knowing_a_name() => roster = new Roster(names.Select(n => (n.Key, n.Value)));

    [Theory]
    [InlineData("Ada Quill", "Ada Quill", NameFit.Whole)]
    [InlineData("QUILL, Ada", "Ada Quill", NameFit.Whole)]
    [InlineData("Ines Moreau", "Inès Moreau", NameFit.Whole)]
    [InlineData("Tom Lindqvist", "Tomas (Tom) Lindqvist", NameFit.Whole)]
    [InlineData("Tomas Lindqvist", "Tomas (Tom) Lindqvist", NameFit.Whole)]
    [InlineData("Marten Vance, PhD", "Dr. Marten Vance", NameFit.Whole)]
    [InlineData("Lukasz Sorensen", "Łukasz Sørensen", NameFit.Whole)]
    [InlineData("@wren", "Wren", NameFit.Whole)]
    [InlineData("Ada", "Ada Quill", NameFit.Part)]
    [InlineData("Ada Q.", "Ada Quill", NameFit.Part)]
    [InlineData("Tom", "Tomas (Tom) Lindqvist", NameFit.Part)]
    [InlineData("Robin M", "Robin Marlowe", NameFit.Part)]
    [InlineData("Ada Mary Quill", "Ada Quill", NameFit.Part)]
    [InlineData("Wren Okonjo", "Wren", NameFit.Part)]
    [InlineData("Matren", "Dr. Marten Vance", NameFit.Slip)]
    [InlineData("Marton Vance", "Dr. Marten Vance", NameFit.Slip)]
    [InlineData("Ada Quil", "", NameFit.None)]
    [InlineData("Ada Quilll", "Ada Quill", NameFit.Slip)]
    [InlineData("Aba", "", NameFit.None)]
    [InlineData("A", "", NameFit.None)]
    [InlineData("", "", NameFit.None)]
    [InlineData("Somebody Else", "", NameFit.None)]
    public void Finds_the_one_who_fits(string written, string who, NameFit fit)
    {
        var match = roster.Find(written);

        match.Fit.ShouldBe(fit);
        (match.PersonId is { } id ? names[id] : "").ShouldBe(who);
    }

    [Fact]
    public void An_ambiguous_name_leaves_the_candidates()
    {
        var match = roster.Find("Robin");

        match.PersonId.ShouldBeNull();
        match.IsAmbiguous.ShouldBeTrue();
        match.Candidates.Select(c => names[c]).ShouldBe(["Robin Oduya", "Robin Marlowe"]);
    }

    [Fact]
    public void The_words_for_somebody_erased_name_nobody()
    {
        var member = new Person("Ada Former", Now);

        Roster.Of([member]).Find("a former member").ShouldBe(NameMatch.Nobody);
    }

    [Fact]
    public void Aliases_and_one_person_twice_are_still_one_person()
    {
        var person = new Person("Ines Moreau", Now);
        person.LearnAlias("Ines M. Moreau", Now).ShouldBeTrue();
        person.LearnAlias("ines moreau", Now).ShouldBeFalse();

        Roster.Of([person]).Find("Ines").PersonId.ShouldBe(person.Id);
    }

    [Theory]
    [InlineData("marten", "matren", true)]
    [InlineData("marten", "martin", true)]
    [InlineData("marten", "martenn", true)]
    [InlineData("marten", "arten", true)]
    [InlineData("marten", "marten", false)]
    [InlineData("marten", "mratne", false)]
    [InlineData("marten", "nartem", false)]
    public void One_slip_is_one_letter_or_two_neighbours_exchanged(string a, string b, bool one)
    {
        TypingSlip.Separates(a, b).ShouldBe(one);
        TypingSlip.Separates(b, a).ShouldBe(one);
    }
}
