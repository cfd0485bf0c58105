namespace SigHub.Domain.Meetings;

/// <summary>A time of day in an IANA zone, and for how many minutes (null when nobody said).</summary>
public sealed record MeetingTime
{
    /// <summary>What is taken when nobody said how long.</summary>
    public const int UsualMinutes = 60;

    public MeetingTime(TimeOnly start, string zone, int? minutes)
    {
        RuleBroken.If(minutes is < 1 or > 24 * 60, "A meeting takes between one minute and a day.");

        Start = new TimeOnly(start.Hour, start.Minute);
        Zone = Zones.Check(zone);
        Minutes = minutes;
    }

    public TimeOnly Start { get; private init; }
    public string Zone { get; private init; }
    public int? Minutes { get; private init; }

    public DateTime On(DateOnly date) => Zones.ToUtc(date, Start, Zone);

    public DateTime EndsOn(DateOnly date) => On(date).AddMinutes(Minutes ?? UsualMinutes);
}
