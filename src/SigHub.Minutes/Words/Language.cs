using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <summary>
/// What minutes in another language than English say for the words of the grammar. A new language is a file that fills in
/// one of these, and a line in <see cref="Vocabulary"/>. Patterns are alternatives to the English ones of the same name
/// and are matched in any case; names are compared without case and diacritics.
/// </summary>
internal sealed record Language
{
    /// <summary>January first; several spellings with a bar between them.</summary>
    public string[] Months { get; init; } = [];

    /// <summary>Sunday first.</summary>
    public string[] Weekdays { get; init; } = [];

    public (SectionKind Kind, string[] Names)[] Sections { get; init; } = [];

    public (Column Column, string[] Names)[] Columns { get; init; } = [];

    /// <summary>Labels before the day of a meeting.</summary>
    public string DateLabel { get; init; } = Never;

    /// <summary>Words by which a title speaks of a meeting or its minutes; they are no part of a group's name.</summary>
    public string MeetingWords { get; init; } = Never;

    /// <summary>Words of titles that say nothing: articles and the like.</summary>
    public string TitleWords { get; init; } = Never;

    public (GroupKind Kind, string Pattern)[] Groups { get; init; } = [];

    /// <summary>How bodies are called in the genitive, and how by themselves; the ending is that of an adjective before them.</summary>
    public (string Genitive, string Name, string Ending)[] Genitives { get; init; } = [];

    /// <summary>A body's meeting in one word, with the body in a group of that name.</summary>
    public string MeetingOfBody { get; init; } = Never;

    public string Cancelled { get; init; } = Never;

    public string Role { get; init; } = Never;

    /// <summary>Words no person bears.</summary>
    public string NotPeople { get; init; } = "";

    /// <summary>Words that open a sentence and are no owner.</summary>
    public string NotOwners { get; init; } = "";

    /// <summary>How somebody takes part: in the hall, by telephone.</summary>
    public string Remarks { get; init; } = "";

    public string Yes { get; init; } = Never;
    public string No { get; init; } = Never;
    public string Excused { get; init; } = Never;

    /// <summary>Marks that make a line an action, without the colon behind them.</summary>
    public string ActionMark { get; init; } = Never;

    /// <summary>Words between an owner and the task.</summary>
    public string Promise { get; init; } = Never;

    public (ActionStatus Status, string Pattern)[] States { get; init; } = [];

    /// <summary>Words right before the day by which something is due.</summary>
    public string DueAhead { get; init; } = Never;

    /// <summary>A whole item that says there is none.</summary>
    public string Nothing { get; init; } = Never;

    /// <summary>Marks of a decision, without the colon behind them.</summary>
    public string DecisionMark { get; init; } = Never;

    /// <summary>Sentences that report what was settled, and a few letters each of them has.</summary>
    public string[] Settled { get; init; } = [];

    public string SettledHint { get; init; } = Never;

    /// <summary>How a line that gives the outcome of a vote begins.</summary>
    public string Outcome { get; init; } = Never;

    /// <summary>A pattern that fits nothing.</summary>
    private const string Never = @"[^\s\S]";
}
