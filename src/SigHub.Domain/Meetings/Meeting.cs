using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <summary>
/// One meeting of a group: who came, what was on the agenda, and the minutes as one Markdown text. A group, a day and a slot
/// (1 for the first that day) tell meetings apart.
/// </summary>
public sealed partial class Meeting
{
    private readonly List<Attendance> attendances = [];
    private readonly List<AgendaItem> agenda = [];
    private readonly List<MeetingLink> links = [];
    private readonly List<MinutesEdit> edits = [];

    private Meeting(Guid groupId, DateOnly date, int slot, string? title, MeetingTime? time, DateTime now)
    {
        Id = Ids.New(now);
        GroupId = groupId;
        Title = Words.Optional(title);
        CreatedAt = now;
        Place(date, slot, time);
    }

    private Meeting() { }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }
    public Guid? SeriesId { get; private set; }

    /// <summary>Which of the series' meetings this one is: the slot, and the day its rule names.</summary>
    public Guid? SeriesSlotId { get; private set; }

    public DateOnly? SeriesDay { get; private set; }
    public DateOnly Date { get; private set; }
    public int Slot { get; private set; }
    public MeetingTime? Time { get; private set; }

    /// <summary>The UTC instant that date, time and zone stand for, kept for queries.</summary>
    public DateTime? StartsAt { get; private set; }

    public string? Title { get; private set; }

    /// <summary>The minutes, Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How often the words of the minutes changed since the meeting began to exist; typing raises nothing else.</summary>
    public int TextVersion { get; private set; }

    /// <summary>Stricter than the group's, or as open.</summary>
    public Visibility Visibility { get; private set; }

    public Opening? Opening { get; private set; }
    public Finalization? Finalization { get; private set; }
    public Cancellation? Cancellation { get; private set; }

    /// <summary>The version of the final minutes, from 1; 0 before, and of minutes that a document brought.</summary>
    public int Edition { get; private set; }

    public Approval? Approval { get; private set; }

    /// <summary>When silence approves them.</summary>
    public DateTime? ApprovedUnlessBy { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<Attendance> Attendances => attendances;
    public IReadOnlyList<AgendaItem> Agenda => agenda;
    public IReadOnlyList<MeetingLink> Links => links;

    /// <summary>Changes of the words; a loaded meeting has only those that were made with it.</summary>
    public IReadOnlyList<MinutesEdit> Edits => edits;

    public bool IsCancelled => Cancellation is not null;
    public bool IsFinal => Finalization is not null;

    public MeetingState State =>
        IsCancelled ? MeetingState.Cancelled
        : IsFinal ? MeetingState.Final
        : Opening is not null ? MeetingState.Draft
        : MeetingState.Scheduled;

    /// <summary>The meeting's word in addresses: <c>2026-03-04</c>, the second of that day <c>2026-03-04-2</c>.</summary>
    public string Address => Slot == 1 ? Date.Iso() : $"{Date.Iso()}-{Slot.Invariant()}";

    public Subject Subject => new(SubjectKind.Meeting, Id, GroupId, $"the meeting of {Date.InWords()}", Visibility);

    public static Meeting Schedule(
        Actor by,
        Guid groupId,
        DateOnly date,
        int slot,
        string? title,
        MeetingTime? time,
        DateTime now
    )
    {
        RuleBroken.Unless(by.KeepsMinutes(groupId), "Only a chair, a lead or the secretary can schedule a meeting.");

        return new Meeting(groupId, date, slot, title, time, now);
    }

    /// <summary>A meeting of a series becomes one with an agenda and minutes of its own.</summary>
    public static Meeting Of(Actor by, MeetingSeries series, Occurrence occurrence, int slot, DateTime now)
    {
        var time = new MeetingTime(occurrence.Time, occurrence.Zone, occurrence.Minutes);
        var meeting = Schedule(by, series.GroupId, occurrence.Date, slot, series.Title, time, now);
        meeting.SeriesId = series.Id;
        meeting.SeriesSlotId = occurrence.SlotId;
        meeting.SeriesDay = occurrence.RuleDay;
        meeting.Visibility = series.Visibility;
        return meeting;
    }

    private void Place(DateOnly date, int slot, MeetingTime? time)
    {
        RuleBroken.If(slot < 1, "The slots of a day are counted from 1.");

        Date = date;
        Slot = slot;
        Time = time;
        StartsAt = time?.On(date);
    }
}
