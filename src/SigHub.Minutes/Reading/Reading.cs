namespace SigHub.Minutes;

/// <summary>
/// What the reader got out of one document. It never loses text and never invents a record: what is no record stays in
/// the notes of its meeting or the overview of its group, and every record names the source lines it came from.
/// </summary>
public sealed record Reading(
    string Document,
    string Sha256,
    DocumentKind Kind,
    IReadOnlyList<ReadGroup> Groups,
    IReadOnlyList<ReadMeeting> Meetings,
    IReadOnlyList<ReadMember> Members,
    IReadOnlyList<ReadSeries> Series,
    IReadOnlyList<ReadMilestone> Milestones,
    IReadOnlyList<Finding> Findings
);

/// <summary>What a document's title and first section describe.</summary>
public enum DocumentKind
{
    Minutes,
    Group,
    Roadmap,
    Other,
}

/// <summary>The source lines, 1-based and inclusive, from which something was read.</summary>
public readonly record struct LineSpan(int First, int Last)
{
    public static LineSpan At(int line) => new(line, line);

    public LineSpan Through(int last) => new(First, Math.Max(Last, last));

    public bool Holds(int line) => First <= line && line <= Last;
}

/// <summary>Something a person should look at before accepting a reading.</summary>
public sealed record Finding(string Code, string Message, Severity Severity, LineSpan Lines);

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
