namespace SigHub.Domain.Meetings;

/// <summary>The unit in which a rule counts.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>A day of the week; with an ordinal, one of a month: 2 is the second, -1 the last.</summary>
public sealed record WeekdayRule(int? Ordinal, DayOfWeek Day);

/// <summary>
/// How a meeting repeats: the part of RFC 5545 (3.3.10) that groups use, <c>FREQ=DAILY|WEEKLY|MONTHLY</c> with
/// <c>INTERVAL</c>, <c>BYDAY</c>, <c>UNTIL</c>, <c>COUNT</c> and <c>WKST</c>. Other parts are refused.
/// </summary>
public sealed partial class RecurrenceRule : IEquatable<RecurrenceRule>
{
    private RecurrenceRule(Frequency frequency) => Frequency = frequency;

    public Frequency Frequency { get; }
    public int Interval { get; private init; } = 1;
    public IReadOnlyList<WeekdayRule> ByDay { get; private init; } = [];

    /// <summary>The last local day on which it may fall.</summary>
    public DateOnly? Until { get; private init; }

    public int? Count { get; private init; }
    public DayOfWeek WeekStart { get; private init; } = DayOfWeek.Monday;

    public bool Equals(RecurrenceRule? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as RecurrenceRule);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());
}
