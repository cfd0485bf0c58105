using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Meetings;

public sealed class Planning_a_meeting : MeetingTest
{
    [Theory, OnEveryDatabase]
    public async Task A_second_one_of_a_day_gets_the_next_place_of_it(Database database)
    {
        var hub = await OpenScene(database);

        (await Call(hub)).ShouldBe("2026-03-12");
        (await Call(hub, title: "Working session")).ShouldBe("2026-03-12-2");

        (await Read(hub, null, "2026-03-12-2")).Head.Title.ShouldBe("Working session");
    }

    [Theory, OnEveryDatabase]
    public async Task Members_and_visitors_call_none(Database database)
    {
        var hub = await OpenScene(database);

        (await Refused(() => Call(hub, Cast.Ines))).ShouldContain("Only a chair");
        (await Refused(() => Call(hub, null))).ShouldContain("sign in");
        (
            await hub.As<ShowNewMeeting, ShowNewMeeting.Screen?>(Cast.Ines, s => s.Run(Group, null, null, null))
        ).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Topics_are_added_with_all_that_is_planned_and_change_places(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Call(hub);
        var ines = (await Agenda(hub, Cast.Ada, address))!.People.Single(one => one.Name == "Ines Moreau").Id;

        await Plan(hub, address, new ChangeAgenda.Added(new AgendaPlan("Welcome")));
        await Plan(
            hub,
            address,
            new ChangeAgenda.Added(
                new AgendaPlan("Node image", new Mention("Ines Moreau", ines), 20, "https://docs.example/image")
            )
        );
        var item = (await Agenda(hub, Cast.Ada, address))!.Agenda[1];
        await Plan(hub, address, new ChangeAgenda.Placed(item.Id, 1));

        var agenda = (await Agenda(hub, Cast.Ines, address))!.Agenda;
        agenda.Select(one => one.Title).ShouldBe(["Node image", "Welcome"]);
        (agenda[0].OwnerId, agenda[0].Minutes, agenda[0].Url).ShouldBe((ines, 20, "https://docs.example/image"));
        (await Refused(() => Plan(hub, address, new ChangeAgenda.Removed(item.Id), Cast.Ines))).ShouldContain(
            "Only a chair"
        );
        await Plan(hub, address, new ChangeAgenda.Removed(item.Id));
        (await Agenda(hub, Cast.Ines, address))!.Agenda.Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_proposes_and_the_chair_accepts_or_declines(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Call(hub);
        var meeting = (await Seen(hub, address)).Id;

        await Propose("Second architecture", meeting, Cast.Ines);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await Propose("A mascot", null, Cast.Ines);
        (await Refused(() => Propose("x", null, null))).ShouldContain("sign in");

        var waiting = (await Agenda(hub, Cast.Ada, address))!.Backlog;
        waiting
            .Select(topic => (topic.Title, topic.By, topic.ForMeetingId == meeting))
            .ShouldBe([("Second architecture", "Ines Moreau", true), ("A mascot", "Ines Moreau", false)]);
        (await Refused(() => Answer(Cast.Ines, waiting[0].Id, accept: true))).ShouldContain("Only a chair");
        (await Refused(() => Answer(Cast.Ines, waiting[0].Id, accept: false))).ShouldContain("Only a chair");
        await Answer(Cast.Ada, waiting[0].Id, accept: true);
        await Answer(Cast.Ada, waiting[1].Id, accept: false);

        var screen = (await Agenda(hub, Cast.Ines, address))!;
        screen.Agenda.ShouldHaveSingleItem().Title.ShouldBe("Second architecture");
        screen.Backlog.ShouldBeEmpty();
        (await Agenda(hub, null, address)).ShouldBeNull("proposals are for the group's people");

        Task Propose(string title, Guid? of, string? who) =>
            hub.As<ProposeTopic>(who, propose => propose.Run(Group, of, new AgendaPlan(title)));
        Task Answer(string who, Guid topic, bool accept) =>
            hub.As<AnswerTopic>(
                who,
                async answer => await answer.Run(topic, accept ? await Seen(hub, address) : null, "not now")
            );
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_one_tells_others_neither_that_it_is_nor_what_it_left(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Call(hub, visibility: Visibility.Closed);
        var meeting = (await Seen(hub, address)).Id;
        await Plan(hub, address, new ChangeAgenda.Added(new AgendaPlan("Who goes")));
        hub.Clock.Advance(TimeSpan.FromHours(1));
        await hub.As<BeginMinutes>(Cast.Ada, async begin => await begin.Run(await Seen(hub, address)));

        var open = await Call(hub);
        await Finalize(hub, address, left: "Who goes");
        var later = await Call(hub);

        foreach (var other in new[] { open, later })
            (await Agenda(hub, Cast.Ada, other))!.Agenda.ShouldBeEmpty();
        (await Agenda(hub, Cast.Ada, later))!.Backlog.ShouldHaveSingleItem().Title.ShouldBe("Who goes");
        (
            await hub.Look(db => db.Activity.VisibleTo(Viewer.Visitor).AnyAsync(entry => entry.SubjectId == meeting))
        ).ShouldBeFalse();
        var closed = await Call(hub, visibility: Visibility.Closed);
        (await Agenda(hub, Cast.Ada, closed))!.Agenda.ShouldHaveSingleItem().Title.ShouldBe("Who goes");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_plan_at_once_meet(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Call(hub);
        var seen = await Seen(hub, address);
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await Plan(hub, address, new ChangeAgenda.Added(new AgendaPlan("Welcome")));

        var told = await Should.ThrowAsync<ChangedMeanwhile>(() =>
            hub.As<ChangeAgenda>(
                Cast.Mira,
                change => change.Run(seen, new ChangeAgenda.Added(new AgendaPlan("Budget")))
            )
        );

        told.Changes.ShouldHaveSingleItem().By.ShouldBe("Ada Quill");
        (await Agenda(hub, Cast.Ada, address))!.Agenda.ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task It_moves_to_another_day_and_is_cancelled_with_a_reason(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Call(hub);

        var moved = await hub.As<MoveMeeting, string>(
            Cast.Ada,
            async move => await move.Run(await Seen(hub, address), new DateOnly(2026, 3, 20), time: null)
        );
        moved.ShouldBe("2026-03-20");
        (await Refused(() => Cancel(Cast.Ines, "x"))).ShouldContain("Only a chair");
        (await Refused(() => Cancel(Cast.Ada, " "))).ShouldContain("Say why");
        await Cancel(Cast.Ada, "too few can come");

        (await Read(hub, null, moved)).Head.WhyCancelled.ShouldBe("too few can come");

        Task Cancel(string who, string reason) =>
            hub.As<CancelMeeting>(who, async cancel => await cancel.Run(await Seen(hub, moved), reason));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_not_reached_comes_first_on_the_next_agenda(Database database)
    {
        var hub = await OpenScene(database);
        var address = await Begun(hub, "Welcome", "Budget");
        await Finalize(hub, address, left: "Budget");

        var planned = await Agenda(hub, Cast.Ada, "2026-03-26");
        planned!.Agenda.Select(item => item.Title).ShouldBe(["Budget", "Node image: first release candidate"]);
        (await hub.Look(db => db.Topics.SingleAsync())).State.ShouldBe(TopicState.OnAgenda);
    }
}
