using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <summary>
/// When a group meets, again and again. Several slots may take turns (one week for Europe, the other for Asia); each repeats
/// its local time, so that daylight saving moves the instant and not the clock.
/// </summary>
public sealed partial class MeetingSeries
{
    private readonly List<SeriesSlot> slots = [];

    private MeetingSeries(Guid groupId, string title, DateTime now)
    {
        Id = Ids.New(now);
        GroupId = groupId;
        Title = Words.Name(title, "A series needs a title.");
        CreatedAt = now;
    }

    private MeetingSeries() { }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }
    public string Title { get; private set; } = "";
    public Visibility Visibility { get; private set; }

    /// <summary>What each of its meetings talks about, one topic a line: "Open actions (10 min)".</summary>
    public string AgendaTemplate { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<SeriesSlot> Slots => slots;

    public Subject Subject => new(SubjectKind.Series, Id, GroupId, $"the series “{Title}”", Visibility);

    public static MeetingSeries Create(Actor by, Guid groupId, string title, DateTime now)
    {
        RuleBroken.Unless(by.KeepsMinutes(groupId), MayNot);

        return new MeetingSeries(groupId, title, now);
    }

    private const string MayNot = "Only a chair, a lead or the secretary can change when this group meets.";
}
