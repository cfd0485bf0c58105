using SigHub.Minutes.Lines;

namespace SigHub.Minutes;

/// <summary>A stretch of time in words: "Q3 2026", "May to June 2026", "later".</summary>
public sealed record ReadPeriod(string Words, DateOnly? Start, DateOnly? End, Precision Precision)
{
    /// <summary>Null where the words name no period; a quarter or a month without a year names none either.</summary>
    public static ReadPeriod? Of(string words) =>
        Period.Read(words, after: null) is { } read
            ? new ReadPeriod(read.Words, read.Start, read.End, read.Precision)
            : null;
}
