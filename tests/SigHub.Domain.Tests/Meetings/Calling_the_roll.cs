using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Calling_the_roll : OneMeeting
{
    private static readonly Mention InesThere = new("Ines", Ines.PersonId);

    [Fact]
    public void The_secretary_calls_it_and_nobody_stands_in_it_twice()
    {
        Meeting.Mark(Sol, InesThere, Presence.Regrets, "Harbour Labs", Now).ShouldNotBeNull().From.ShouldBeNull();
        var fact = Meeting.Mark(Sol, new Mention("Ines Moreau", Ines.PersonId), Presence.Present, null, Now);

        (fact!.Before, fact.After, fact.About).ShouldBe(("Regrets", "Present", Ines.PersonId));
        var ines = Meeting.Attendances.Single();
        (ines.Name, ines.Presence, ines.Affiliation).ShouldBe(("Ines", Presence.Present, "Harbour Labs"));
    }

    [Fact]
    public void The_same_again_is_known_already()
    {
        Meeting.Mark(Sol, InesThere, Presence.Present, null, Now);

        Meeting.Mark(Sol, InesThere, Presence.Present, null, Now).ShouldBeNull();
    }

    [Fact]
    public void Members_answer_for_themselves_only()
    {
        Meeting.Mark(Ines, InesThere, Presence.Regrets, null, Now).ShouldNotBeNull();
        ShouldBeRefused(() => Meeting.Mark(Tomas, InesThere, Presence.Present, null, Now), "answer for yourself");
        ShouldBeRefused(
            () => Meeting.Mark(Kai, new("Kai", Kai.PersonId), Presence.Present, null, Now),
            "answer for yourself"
        );
    }

    [Fact]
    public void A_name_becomes_a_person()
    {
        Meeting.Mark(Sol, new Mention("Tom", personId: null), Presence.Present, null, Now);
        Meeting.Mark(Sol, InesThere, Presence.Present, null, Now);
        var tom = Meeting.Attendances.Single(a => a.PersonId is null);

        ShouldBeRefused(() => Meeting.Identify(Sol, tom.Id, Ines.PersonId, Now), "already in the roll call");
        Meeting.Identify(Sol, tom.Id, Tomas.PersonId, Now);

        tom.Who.ShouldBe(new Mention("Tom", Tomas.PersonId));
    }

    [Fact]
    public void The_agenda_keeps_its_order()
    {
        foreach (var title in new[] { "Old business", "Roadmap", "Any other" })
            Meeting.AddToAgenda(Sol, title, Now);

        var last = Meeting.Agenda.Single(i => i.Title == "Any other");
        Meeting.MoveOnAgenda(Sol, last.Id, 1, Now).After.ShouldBe("Any other\nOld business\nRoadmap");
        Meeting.RemoveFromAgenda(Sol, last.Id, Now);

        Meeting
            .Agenda.OrderBy(i => i.Order)
            .Select(i => (i.Order, i.Title))
            .ShouldBe([(1, "Old business"), (2, "Roadmap")]);
        ShouldBeRefused(() => Meeting.RemoveFromAgenda(Sol, last.Id, Now), "no longer on the agenda");
        ShouldBeRefused(() => Meeting.MoveOnAgenda(Sol, Meeting.Agenda[0].Id, 3, Now), "no such place");
    }
}
