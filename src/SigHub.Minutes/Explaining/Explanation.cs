namespace SigHub.Minutes;

/// <summary>A reading, and for each source line what it was taken for and why.</summary>
public sealed record Explanation(Reading Reading, IReadOnlyList<ExplainedLine> Lines);

/// <summary>One source line.</summary>
/// <param name="Number">1 is the first.</param>
/// <param name="TakenFor">The records read from it, or where else its words went; null for a blank line.</param>
/// <param name="Rules">What led there, from the kind of line to the notation that fitted.</param>
/// <param name="IsRecord">Whether a record came of it.</param>
public sealed record ExplainedLine(
    int Number,
    string Text,
    string? TakenFor,
    IReadOnlyList<string> Rules,
    bool IsRecord
);
