namespace SigHub.Domain.Activity;

public sealed record SeriesCreated(Subject Series, Guid By, DateTime At) : Fact(Series, By, At)
{
    public override string Summary => $"created {Subject.Name}";
}

public sealed record SeriesChanged(Subject Series, Guid By, DateTime At, string? OldRhythm, string? NewRhythm)
    : Fact(Series, By, At)
{
    public override string Summary => $"changed when {Subject.Name} meets";
    public override string? Before => OldRhythm;
    public override string? After => NewRhythm;
}

public sealed record SeriesDaySkipped(Subject Series, Guid By, DateTime At, DateOnly Day, string Reason)
    : Fact(Series, By, At)
{
    public override string Summary => $"skipped {Day.InWords()} in {Subject.Name}: {Words.Short(Reason)}";
}

public sealed record SeriesDayMoved(Subject Series, Guid By, DateTime At, DateOnly Day, DateOnly To, string Reason)
    : Fact(Series, By, At)
{
    public override string Summary =>
        $"moved {Day.InWords()} in {Subject.Name} to {To.InWords()}: {Words.Short(Reason)}";

    public override string? Before => Day.Iso();
    public override string? After => To.Iso();
}

public sealed record SeriesDayRestored(Subject Series, Guid By, DateTime At, DateOnly Day) : Fact(Series, By, At)
{
    public override string Summary => $"restored {Day.InWords()} in {Subject.Name}";
}

public sealed record SeriesRenamed(Subject Series, Guid By, DateTime At, string OldTitle, string NewTitle)
    : Fact(Series, By, At)
{
    public override string Summary => $"renamed the series “{OldTitle}”";
    public override string? Before => OldTitle;
    public override string? After => NewTitle;
}

public sealed record SeriesPlanned(Subject Series, Guid By, DateTime At, string OldAgenda, string NewAgenda)
    : Fact(Series, By, At)
{
    public override string Summary => $"changed the agenda that meetings of {Subject.Name} begin with";
    public override string? Before => OldAgenda;
    public override string? After => NewAgenda;
}
