using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <summary>Where a topic stands; derived from what was recorded.</summary>
public enum TopicState
{
    Waiting,
    OnAgenda,
    Declined,
}

/// <summary>
/// What a group means to talk about: proposed by somebody of the group, or left over from a meeting. Topics that wait are the
/// group's backlog; whoever keeps the minutes puts one on an agenda, or declines it.
/// </summary>
public sealed class Topic
{
    private Topic(Actor by, Guid groupId, AgendaPlan plan, DateTime now)
    {
        Id = Ids.New(now);
        GroupId = groupId;
        Title = plan.Title;
        Owner = plan.Owner;
        Minutes = plan.Minutes;
        Url = plan.Url;
        ByPersonId = by.PersonId;
        At = Ids.Utc(now);
    }

    private Topic() { }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }

    /// <summary>The meeting it is meant for; null for any.</summary>
    public Guid? ForMeetingId { get; private set; }

    /// <summary>The meeting that did not reach it.</summary>
    public Guid? LeftByMeetingId { get; private set; }

    public string Title { get; private set; } = "";
    public Mention? Owner { get; private set; }
    public int? Minutes { get; private set; }
    public string? Url { get; private set; }
    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }
    public TopicAnswer? Answer { get; private set; }
    public int Version { get; private set; }

    public AgendaPlan Plan => new(Title, Owner, Minutes, Url);

    public TopicState State =>
        Answer is null ? TopicState.Waiting
        : Answer.Declined is null ? TopicState.OnAgenda
        : TopicState.Declined;

    public Subject Subject =>
        new(SubjectKind.AgendaItem, Id, GroupId, $"the topic “{Words.Short(Title)}”", Visibility.Members);

    /// <summary>By anyone who takes part in the group.</summary>
    public static Topic Propose(Actor by, Guid groupId, Guid? forMeetingId, AgendaPlan plan, DateTime now)
    {
        RuleBroken.Unless(by.TakesPartIn(groupId), "Only people of this group can propose a topic.");
        return new Topic(by, groupId, plan, now) { ForMeetingId = forMeetingId };
    }

    /// <summary>A meeting ended before it came to this.</summary>
    public static Topic LeftBy(Actor by, Meeting meeting, AgendaItem item, DateTime now)
    {
        RuleBroken.Unless(by.KeepsMinutes(meeting.GroupId), MayNot);
        return new Topic(by, meeting.GroupId, item.Plan, now) { LeftByMeetingId = meeting.Id };
    }

    public TopicDeclined Decline(Actor by, string reason, DateTime now)
    {
        RuleBroken.Unless(by.KeepsMinutes(GroupId), MayNot);
        MustWait();
        Answer = new TopicAnswer(by.PersonId, now, meetingId: null, Words.Required(reason, "Say why it is declined."));
        return new TopicDeclined(Subject, by.PersonId, now, reason.Trim());
    }

    internal void TakenBy(Actor by, Meeting meeting, DateTime now)
    {
        RuleBroken.If(meeting.GroupId != GroupId, "This topic belongs to another group.");
        MustWait();
        Answer = new TopicAnswer(by.PersonId, now, meeting.Id, declined: null);
    }

    private const string MayNot = "Only a chair, a lead or the secretary can answer a proposal.";

    private void MustWait() => RuleBroken.Unless(State == TopicState.Waiting, $"“{Title}” has been answered already.");
}

/// <summary>Who put a topic on which agenda, or declined it and why.</summary>
public sealed record TopicAnswer
{
    public TopicAnswer(Guid byPersonId, DateTime at, Guid? meetingId, string? declined)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
        MeetingId = meetingId;
        Declined = declined;
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
    public Guid? MeetingId { get; private init; }
    public string? Declined { get; private init; }
}
