namespace SigHub.Domain.Groups;

/// <summary>The days from <see cref="From"/> up to, not including, <see cref="To"/>; a missing end is open.</summary>
public sealed record Term
{
    public Term(DateOnly? from, DateOnly? to)
    {
        RuleBroken.If(from >= to, "A term ends after the day it starts on.");

        From = from;
        To = to;
    }

    public DateOnly? From { get; private init; }

    public DateOnly? To { get; private init; }

    public static Term Always { get; } = new(from: null, to: null);

    public static Term Since(DateOnly? from) => new(from, to: null);

    public bool Contains(DateOnly day) => !(day < From) && !(day >= To);

    public Term EndingBefore(DateOnly to) => new(From, to);
}
