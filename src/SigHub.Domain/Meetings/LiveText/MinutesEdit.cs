namespace SigHub.Domain.Meetings;

/// <summary>
/// One change of the words of a meeting's minutes: it made its <see cref="TextVersion"/> out of the one before. A pen is one open
/// editor of one person; its strokes are counted from 1.
/// </summary>
public sealed class MinutesEdit
{
    internal MinutesEdit(
        Guid meetingId,
        int version,
        Guid byPersonId,
        Guid pen,
        int stroke,
        TextChange change,
        string before,
        DateTime now
    )
    {
        Id = Ids.New(now);
        MeetingId = meetingId;
        TextVersion = version;
        ByPersonId = byPersonId;
        Pen = pen;
        Stroke = stroke;
        Change = change;
        Removed = change.RemovedFrom(before);
        At = now;
    }

    private MinutesEdit() { }

    public Guid Id { get; private set; }
    public Guid MeetingId { get; private set; }
    public int TextVersion { get; private set; }
    public Guid ByPersonId { get; private set; }
    public Guid Pen { get; private set; }
    public int Stroke { get; private set; }
    public TextChange Change { get; private set; } = null!;

    /// <summary>What it took away, so that it can be walked back.</summary>
    public string Removed { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>When it was told as a part of a fact; null until then.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>The text as it was before, from the text after.</summary>
    public string TakeBack(string after) => Change.Undo(Removed).Apply(after);

    /// <summary>
    /// A change as it is after others that its author did not know of when making it; whose pen is smaller stands left where
    /// both insert at one place, on the server as in each browser.
    /// </summary>
    public static TextChange Rebase(TextChange change, Guid pen, IEnumerable<MinutesEdit> missed) =>
        missed.Aggregate(
            change,
            (mine, other) =>
                TextChange
                    .Transform(other.Change, mine, firstIsLeft: string.CompareOrdinal($"{other.Pen}", $"{pen}") < 0)
                    .Second
        );

    /// <summary>The whole text was put in place of what there was; that is told as a fact of its own.</summary>
    internal static MinutesEdit Whole(
        Guid meetingId,
        int version,
        Guid byPersonId,
        string before,
        string after,
        DateTime now
    ) =>
        new(meetingId, version, byPersonId, Guid.Empty, version, TextChange.Between(before, after), before, now)
        {
            ToldAt = now,
        };
}
