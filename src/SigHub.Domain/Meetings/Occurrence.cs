namespace SigHub.Domain.Meetings;

/// <summary>
/// One time that a series meets: where the clock of its zone stands then (a time that the clocks leave out has moved forward),
/// and the instant. <see cref="RuleDay"/> is the day that the rule names; <see cref="MovedBecause"/> says why it is another one.
/// </summary>
public sealed record Occurrence(
    Guid SlotId,
    DateOnly RuleDay,
    DateOnly Date,
    TimeOnly Time,
    string Zone,
    int? Minutes,
    DateTime StartsAt,
    string? MovedBecause
)
{
    /// <summary>After an hour when nobody said how long.</summary>
    public DateTime EndsAt => StartsAt.AddMinutes(Minutes ?? MeetingTime.UsualMinutes);
}
