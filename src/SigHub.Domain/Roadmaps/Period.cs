namespace SigHub.Domain.Roadmaps;

/// <summary>How exactly a period is meant; it is drawn no sharper than that.</summary>
public enum Precision
{
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Horizon,
}

/// <summary>A promise without a date.</summary>
public enum Horizon
{
    Now,
    Next,
    Later,
}

/// <summary>
/// When something is planned, as vaguely as it was said. <see cref="Start"/> and <see cref="End"/> are inclusive days and fit
/// the precision: a period of months starts on the first of one and ends on the last of one. A horizon has no days; its text is
/// now, next or later.
/// </summary>
public sealed partial record Period
{
    public Period(DateOnly? start, DateOnly? end, Precision precision, string text)
    {
        Start = start;
        End = end;
        Precision = precision;
        Text = Words.Name(text, "A period needs words.");
        Check();
    }

    public DateOnly? Start { get; private init; }
    public DateOnly? End { get; private init; }
    public Precision Precision { get; private init; }

    /// <summary>As somebody wrote it, "April - June".</summary>
    public string Text { get; private init; }
}
