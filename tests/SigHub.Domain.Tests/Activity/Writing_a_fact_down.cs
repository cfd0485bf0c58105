using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests.Activity;

public sealed class Writing_a_fact_down
{
    [Fact]
    public void Keeps_who_when_what_and_the_words_before_and_after()
    {
        var looms = FreshGroup();

        var entry = ActivityEntry.Of(looms.Rename(Mira.Knowing(looms), "SIG/Weaving", Slug.From("weaving"), Now));

        (entry.ActorId, entry.At, entry.Verb).ShouldBe((Mira.PersonId, Now, "GroupRenamed"));
        (entry.SubjectKind, entry.SubjectId, entry.GroupId).ShouldBe((SubjectKind.Group, looms.Id, looms.Id));
        (entry.Before, entry.After).ShouldBe(("SIG/Looms", "SIG/Weaving"));
        entry.Summary.ShouldBe("renamed SIG/Looms to SIG/Weaving");
    }

    [Fact]
    public void What_was_said_before_something_was_hidden_is_hidden_with_it()
    {
        var looms = FreshGroup();
        var mira = Mira.Knowing(looms);
        var entry = ActivityEntry.Of(looms.Describe(mira, "how we weave", Now));

        entry.Follow(looms.ShowTo(mira, Visibility.Closed, Now));

        entry.Visibility.ShouldBe(Visibility.Closed);
        Should.Throw<ArgumentException>(() => entry.Follow(FreshGroup().ShowTo(Root, Visibility.Closed, Now)));
    }

    [Fact]
    public void Every_kind_of_fact_is_sealed_and_names_itself()
    {
        var kinds = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact))).ToList();

        kinds.Count.ShouldBeGreaterThan(20);
        kinds.ShouldAllBe(t => t.IsSealed && t.IsPublic);
    }

    [Fact]
    public void An_instant_that_is_not_UTC_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentException>(() => Ids.New(new DateTime(2026, 1, 1)));
}
