using SigHub.Domain.Actions;

namespace SigHub.Domain.Tests.Actions;

public sealed class Closing_an_action : OneAction
{
    [Fact]
    public void The_owner_can()
    {
        var fact = Action.Close(Ines, Today, "merged", Now);

        Action.IsClosed.ShouldBeTrue();
        fact.Summary.ShouldBe("reported A-12 done as of 4 March 2026: merged");
        (fact.Before, fact.After).ShouldBe(("open", "done"));
    }

    [Fact]
    public void So_can_the_chair_the_secretary_and_the_lead_above()
    {
        foreach (var actor in new[] { Ada, Sol, Mira, Root })
            Raised().Close(actor, Today, note: null, Now).To.ShouldBe(ActionStatus.Done);
    }

    [Fact]
    public void Someone_else_is_refused_and_nothing_changes()
    {
        foreach (var actor in new[] { Tomas, Olu, Kai, Nobody })
            ShouldBeRefused(() => Action.Close(actor, Today, note: null, Now), "Only an owner of A-12");

        Action.Status.ShouldBe(ActionStatus.Open);
        Action.History.Count.ShouldBe(1);
    }

    [Fact]
    public void Twice_is_refused_unless_there_is_more_to_say()
    {
        Action.Close(Ines, Today, note: null, Now);

        ShouldBeRefused(() => Action.Close(Ada, Today, note: null, Now), "A-12 is already done.");
        Action.Close(Ada, Today, "and announced", Now);
        Action.Status.ShouldBe(ActionStatus.Done);
    }

    [Fact]
    public void Dropping_needs_a_reason()
    {
        ShouldBeRefused(() => Action.Drop(Ines, Today, " ", Now), "Say why A-12 is dropped.");
        Action.Drop(Ines, Today, "the vendor did it", Now);
        Action.Status.ShouldBe(ActionStatus.Cancelled);
    }

    [Fact]
    public void Reopening_needs_a_reason_and_a_closed_action()
    {
        ShouldBeRefused(() => Action.Reopen(Ines, Today, "x", Now), "need not be reopened");
        Action.Close(Ines, Today, note: null, Now);
        ShouldBeRefused(() => Action.Change(Ines, ActionStatus.Open, Today, note: null, Now), "open again");

        Action.Reopen(Ines, Today, "the fix broke", Now);

        Action.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void A_day_to_come_is_refused() =>
        ShouldBeRefused(() => Action.Close(Ines, Today.AddDays(2), note: null, Now), "for a day to come");

    [Fact]
    public void A_closed_action_is_neither_reassigned_nor_made_due()
    {
        Action.Close(Ines, Today, note: null, Now);

        ShouldBeRefused(() => Action.Reassign(Ada, [new("Tomas", Tomas.PersonId)], Now), "reopen it");
        ShouldBeRefused(() => Action.MakeDue(Ada, Today, Now), "reopen it");
    }
}
