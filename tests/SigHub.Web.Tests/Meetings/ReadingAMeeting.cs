using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Testing;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Meetings;

public sealed class Reading_a_meeting : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Shows_who_came_what_was_decided_and_where_each_line_came_from(Database database)
    {
        var hub = await OpenScene(database);

        var meeting = await Read(hub, who: null, "compute", "2026-02-26");

        meeting.ShouldNotBeNull();
        meeting.Head.Title.ShouldBe("Kernel node, Warewulf");
        meeting.Head.State.ShouldBe(MeetingState.Final);
        meeting.RollCall.Select(a => (a.Name, a.Presence)).First().ShouldBe(("Ada Quill", Presence.Present));
        meeting.RollCall.Single(a => a.Name == "Chris").PersonId.ShouldBeNull();
        meeting.RollCall.Single(a => a.Name == "Ines Moreau").Affiliation.ShouldBe("Institut Kermeur");
        meeting.Agenda.ShouldBe(["Kernel of the node image", "Warewulf 4.6", "Any other business"]);
        var decision = meeting.Decisions.ShouldHaveSingleItem();
        decision.Result.ShouldBe("carried, 7 for, 1 against");
        meeting.OriginsOf(decision.Id).ShouldHaveSingleItem().FirstLine.ShouldBe(12);
    }

    [Theory, OnEveryDatabase]
    public async Task Tells_the_state_of_its_actions_then_and_now(Database database)
    {
        var hub = await OpenScene(database);

        var earlier = await Read(hub, who: null, "compute", "2026-01-29");

        earlier!
            .Actions.Select(action => (action.Number, action.IsNew, action.Then, action.Now))
            .ShouldBe([
                (1, true, ActionStatus.Open, ActionStatus.Open),
                (4, true, ActionStatus.Open, ActionStatus.Done),
                (5, true, ActionStatus.Open, ActionStatus.Cancelled),
            ]);
    }

    [Theory, OnEveryDatabase]
    public async Task Leads_to_the_meetings_before_and_after_also_on_the_same_day(Database database)
    {
        var hub = await OpenScene(database);

        var first = await Read(hub, who: null, "compute", "2026-02-26");
        var second = await Read(hub, who: null, "compute", "2026-02-26-2");

        first!.Head.Previous!.Address.ShouldBe("2026-02-12");
        first.Head.Next!.Address.ShouldBe("2026-02-26-2");
        second!.Head.State.ShouldBe(MeetingState.Draft);
        second.Head.Previous!.Address.ShouldBe("2026-02-26");
        second.Head.Next!.Address.ShouldBe("2026-03-19");
    }

    [Theory, OnEveryDatabase]
    public async Task Says_why_it_was_cancelled(Database database)
    {
        var hub = await OpenScene(database);

        var meeting = await Read(hub, who: null, "compute", "2026-03-19");

        meeting!.Head.State.ShouldBe(MeetingState.Cancelled);
        meeting.Head.WhyCancelled.ShouldBe("Half of the group is at a conference.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_gets_no_address_and_no_passcode(Database database)
    {
        var hub = await OpenScene(database);

        var visitor = await Read(hub, who: null, "compute", "2026-02-26");
        var member = await Read(hub, Cast.Ines, "compute", "2026-02-26");

        visitor!.Head.Text.ShouldNotContain("ada@");
        visitor.Links.Single(link => link.Kind == LinkKind.Meeting).Url.ShouldBeNull();
        visitor.Links.Single(link => link.Kind == LinkKind.Recording).Url.ShouldNotBeNull();
        member!.Head.Text.ShouldContain("ada@foundation.example");
        member.Links.Single(link => link.Kind == LinkKind.Meeting).Url.ShouldEndWith("pwd=s3cret");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_group_s_meeting_is_there_for_its_people_only(Database database)
    {
        var hub = await OpenScene(database);

        (await Read(hub, who: null, "security-response", "2026-03-02")).ShouldBeNull();
        (await Read(hub, Cast.Ada, "security-response", "2026-03-02")).ShouldBeNull();
        (await Read(hub, Cast.Mira, "security-response", "2026-03-02")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("compute", "2026-02-27")]
    [InlineData("compute", "2026-02-26-1")]
    [InlineData("compute", "2026-02-26-x")]
    [InlineData("compute", "2026-02-260")]
    [InlineData("compute", "soon")]
    [InlineData("no such group", "2026-02-26")]
    public async Task An_address_with_a_slip_in_it_finds_nothing(string slug, string address)
    {
        var hub = await OpenScene(Database.Sqlite);

        (await Read(hub, Cast.Robin, slug, address)).ShouldBeNull();
    }

    private static Task<ReadMeeting.Shown?> Read(Hub hub, string? who, string slug, string address) =>
        hub.As<ReadMeeting, ReadMeeting.Shown?>(who, read => read.Run(slug, address));
}
