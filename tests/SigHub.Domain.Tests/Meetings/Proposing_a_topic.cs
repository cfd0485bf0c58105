using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Proposing_a_topic : OneMeeting
{
    [Fact]
    public void A_member_proposes_and_whoever_keeps_the_minutes_accepts()
    {
        var topic = Topic.Propose(Ines, Compilers.Id, Meeting.Id, new AgendaPlan("Fuzzing", minutes: 15), Now);

        topic.State.ShouldBe(TopicState.Waiting);
        ShouldBeRefused(() => Meeting.TakeUp(Ines, topic, Now), "Only a chair");
        Meeting.TakeUp(Sol, topic, Now);

        topic.State.ShouldBe(TopicState.OnAgenda);
        Meeting.Agenda.Single().Plan.ShouldBe(new AgendaPlan("Fuzzing", minutes: 15));
        ShouldBeRefused(() => Meeting.TakeUp(Sol, topic, Now), "answered already");
    }

    [Fact]
    public void Observers_and_others_do_not_propose()
    {
        ShouldBeRefused(
            () => Topic.Propose(Olu, Compilers.Id, null, new AgendaPlan("x"), Now),
            "Only people of this group"
        );
        ShouldBeRefused(
            () => Topic.Propose(Kai, Compilers.Id, null, new AgendaPlan("x"), Now),
            "Only people of this group"
        );
    }

    [Fact]
    public void It_is_declined_with_a_reason()
    {
        var topic = Topic.Propose(Ines, Compilers.Id, null, new AgendaPlan("Fuzzing"), Now);

        ShouldBeRefused(() => topic.Decline(Ines, "no", Now), "Only a chair");
        ShouldBeRefused(() => topic.Decline(Ada, " ", Now), "Say why");
        topic.Decline(Ada, "It belongs to the other group.", Now);

        topic.State.ShouldBe(TopicState.Declined);
    }

    [Fact]
    public void What_a_meeting_did_not_reach_comes_before_the_rest_and_keeps_its_order()
    {
        var earlier = Meeting.Schedule(Ada, Compilers.Id, Day("2026-02-26"), 1, null, null, Now);
        earlier.AddToAgenda(Ada, new AgendaPlan("Budget", new Mention("Ines Moreau", null), 10), Now);
        earlier.AddToAgenda(Ada, "Release", Now);
        var left = earlier.Agenda.Select(item => Topic.LeftBy(Ada, earlier, item, Now)).ToList();
        Meeting.AddToAgenda(Ada, "Welcome", Now);

        foreach (var topic in left)
            Meeting.TakeUp(Ada, topic, Now);

        Meeting
            .Agenda.OrderBy(item => item.Order)
            .Select(item => item.Title)
            .ShouldBe(["Budget", "Release", "Welcome"]);
        Meeting.Agenda.MinBy(item => item.Order)!.Owner!.Name.ShouldBe("Ines Moreau");
    }

    [Fact]
    public void A_template_says_a_topic_a_line()
    {
        AgendaPlan
            .Lines("- Welcome\n\n2. Open actions (10 min)\nFuzzing (5 minutes)")
            .ShouldBe([
                new AgendaPlan("Welcome"),
                new AgendaPlan("Open actions", minutes: 10),
                new AgendaPlan("Fuzzing", minutes: 5),
            ]);
        ShouldBeRefused(() => AgendaPlan.Lines("Fuzzing (0 min)"), "between one minute and a day");
    }
}
