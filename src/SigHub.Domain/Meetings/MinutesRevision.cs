using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <summary>
/// The text of a meeting's minutes as it was at one moment. Versions of final minutes, 1 and on, stay for good; between two
/// of them stand the drafts somebody may go back to.
/// </summary>
public sealed class MinutesRevision
{
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    private MinutesRevision(Meeting meeting, Guid byPersonId, int number, string? reason, DateTime now)
    {
        Id = Ids.New(now);
        MeetingId = meeting.Id;
        Number = number;
        Edition = meeting.IsLocked ? meeting.Edition : null;
        Text = meeting.Text;
        ByPersonId = byPersonId;
        At = Ids.Utc(now);
        Reason = Words.Optional(reason);
    }

    private MinutesRevision() { }

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }

    /// <summary>The order in which they were kept, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The version of final minutes that this is; null for a draft.</summary>
    public int? Edition { get; private set; }

    public string Text { get; private set; } = "";
    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Why final minutes were corrected.</summary>
    public string? Reason { get; private set; }

    /// <summary>What stands in the meeting now, after the latest kept one (null when there is none).</summary>
    public static MinutesRevision Of(
        Meeting meeting,
        Actor by,
        MinutesRevision? latest,
        string? reason,
        DateTime now
    ) => new(meeting, by.PersonId, (latest?.Number ?? 0) + 1, reason, now);

    /// <summary>What stands in the meeting after somebody typed for a while.</summary>
    public static MinutesRevision OfWriting(Meeting meeting, Guid byPersonId, MinutesRevision? latest, DateTime now) =>
        new(meeting, byPersonId, (latest?.Number ?? 0) + 1, reason: null, now);

    /// <summary>Drafts that one person saves within ten minutes are one; false when this is another's, another sitting's, or final.</summary>
    public bool GoesOn(Meeting meeting, Guid byPersonId, DateTime now)
    {
        if (Edition is not null || meeting.IsLocked || ByPersonId != byPersonId || now - At > OneSitting)
            return false;

        Text = meeting.Text;
        return true;
    }
}

/// <summary>The group agrees that its minutes say what happened. Silent: nobody objected until the deadline.</summary>
public sealed record Approval
{
    public Approval(Guid byPersonId, DateTime at, Guid? atMeetingId)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
        AtMeetingId = atMeetingId;
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }

    /// <summary>The meeting that approved them, where one did.</summary>
    public Guid? AtMeetingId { get; private init; }
}
