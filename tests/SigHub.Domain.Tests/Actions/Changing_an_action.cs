using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Actions;

public sealed class Changing_an_action : OneAction
{
    [Fact]
    public void It_starts_open_on_the_day_it_was_raised()
    {
        (Action.Status, Action.StatusAsOf, Action.Reference).ShouldBe((ActionStatus.Open, January, "A-12"));
        Action.History.Single().MeetingId.ShouldBe(JanuaryMeeting);
    }

    [Fact]
    public void Members_raise_one_and_observers_do_not()
    {
        ActionItem
            .Raise(Tomas, 13, Compilers.Id, null, Today, "x", [], Now)
            .History.Single()
            .PersonId.ShouldBe(Tomas.PersonId);
        ShouldBeRefused(
            () => ActionItem.Raise(Olu, 14, Compilers.Id, null, Today, "x", [], Now),
            "Only people of this group"
        );
        ShouldBeRefused(() => ActionItem.Raise(Ada, 14, Compilers.Id, null, Today, " ", [], Now), "needs a text");
    }

    [Fact]
    public void It_is_handed_to_others_and_the_fact_names_both()
    {
        var fact = Action.Reassign(
            Ada,
            [new Mention("Tomas", Tomas.PersonId), new Mention("Tom", Tomas.PersonId)],
            Now
        );

        (fact.Before, fact.After).ShouldBe(("Ines, Wren", "Tomas"));
        Action.IsOwnedBy(Tomas.PersonId).ShouldBeTrue();
        ShouldBeRefused(() => Action.Reassign(Ines, [new Mention("Ines", Ines.PersonId)], Now), "Only an owner");
    }

    [Fact]
    public void An_owner_known_by_name_only_becomes_a_person()
    {
        var wren = Action.Owners.Single(o => o.PersonId is null);

        Action.Identify(Sol, wren.Id, Tomas.PersonId, Now).Summary.ShouldBe("said who “Wren” is in A-12");

        Action.IsOwnedBy(Tomas.PersonId).ShouldBeTrue();
        wren.Name.ShouldBe("Wren");
        ShouldBeRefused(() => Action.Identify(Sol, wren.Id, Ines.PersonId, Now), "already owns");
    }

    [Fact]
    public void It_is_overdue_the_day_after_it_was_due()
    {
        Action.MakeDue(Ines, Today, Now).Summary.ShouldBe("made A-12 due on 4 March 2026");

        Action.IsOverdueOn(Today).ShouldBeFalse();
        Action.IsOverdueOn(Today.AddDays(1)).ShouldBeTrue();
        ShouldBeRefused(() => Action.MakeDue(Ines, January.AddDays(-1), Now), "cannot be due before");
    }

    [Fact]
    public void Its_words_change_and_the_old_ones_are_told()
    {
        var fact = Action.Reword(Ines, "publish both benchmarks", Now);

        fact.Before.ShouldBe("publish the benchmark");
        ShouldBeRefused(() => Action.Reword(Ines, "publish both benchmarks ", Now), "words of A-12 already");
    }

    [Fact]
    public void Members_add_notes_and_leads_hide_it()
    {
        Action.AddNote(Tomas, "ask the vendor", Now);
        ShouldBeRefused(() => Action.AddNote(Olu, "hm", Now), "add a note");

        Action.ShowTo(Ada, Visibility.Closed, Now).Subject.Visibility.ShouldBe(Visibility.Closed);
        ShouldBeRefused(() => Action.ShowTo(Sol, Visibility.Public, Now), "who sees A-12");
    }
}
