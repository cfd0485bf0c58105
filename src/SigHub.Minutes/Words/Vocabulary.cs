using SigHub.Minutes.Sections;

namespace SigHub.Minutes.Words;

/// <summary>The words the grammar knows: those of English, and behind them those of every other language.</summary>
internal static class Vocabulary
{
    /// <summary>A new language is one more entry here.</summary>
    private static readonly Language[] Others = [German.Words, Swedish.Words];

    /// <summary>January first; each the spellings of one month, the English one first.</summary>
    public static readonly string[][] Months = Spellings(English.Months, language => language.Months);

    /// <summary>Sunday first.</summary>
    public static readonly string[][] Weekdays = Spellings(English.Weekdays, language => language.Weekdays);

    public static readonly (SectionKind Kind, string[] Names)[] Sections =
    [
        .. English.Sections,
        .. Others.SelectMany(language => language.Sections),
    ];

    public static readonly (Column Column, string[] Names)[] Columns =
    [
        .. English.Columns,
        .. Others.SelectMany(language =>
            language.Columns.Select(column => (column.Column, column.Names.Select(Fold.Text).ToArray()))
        ),
    ];

    public static readonly (GroupKind Kind, string Pattern)[] Groups =
    [
        .. English.Groups,
        .. Others.SelectMany(language => language.Groups),
    ];

    public static readonly (ActionStatus Status, string Pattern)[] States =
    [
        .. English.States,
        .. Others.SelectMany(language => language.States),
    ];

    public static readonly string[] Settled = [.. English.Settled, .. Others.SelectMany(language => language.Settled)];

    public static readonly HashSet<string> NotPeople = Set(English.NotPeople, language => language.NotPeople);
    public static readonly HashSet<string> NotOwners = Set(English.NotOwners, language => language.NotOwners);
    public static readonly HashSet<string> Remarks = Set(English.Remarks, language => language.Remarks);

    public static readonly string DateLabel = Any(English.DateLabel, language => language.DateLabel);
    public static readonly string MeetingNouns = Any(English.MeetingNouns, language => language.MeetingWords);
    public static readonly string MeetingWords =
        @$"{English.MeetingWords}|\b(?:{Any(language => $"{language.MeetingWords}|{language.TitleWords}")})\b";
    public static readonly string TitleEnds = Any(language => $"{language.MeetingWords}|{language.TitleWords}");
    public static readonly (string Genitive, string Name, string Ending)[] Genitives =
    [
        .. Others.SelectMany(language => language.Genitives),
    ];
    public static readonly string MeetingOfBody = Any(language => language.MeetingOfBody);

    public static readonly string Cancelled = Any(English.Cancelled, language => language.Cancelled);
    public static readonly string Role = @$"{English.Role}|\b(?:{Any(language => language.Role)})\b";
    public static readonly string Yes = @$"{English.Yes}|^(?:{Any(language => language.Yes)})\W*$";
    public static readonly string No = @$"{English.No}|^(?:{Any(language => language.No)})\W*$";
    public static readonly string Excused = @$"{English.Excused}|^(?:{Any(language => language.Excused)})\b";
    public static readonly string ActionMark =
        @$"{English.ActionMark}|^(?i:{Any(language => language.ActionMark)})(?: ?\((?<who>[^()]{{1,60}})\))? ?: ?";
    public static readonly string Promise = Any(English.Promise, language => language.Promise);

    public static readonly string DueAhead = Any(English.DueAhead, language => language.DueAhead);
    public static readonly string Nothing = @$"{English.Nothing}|^(?:{Any(language => language.Nothing)})[.! ]*$";
    public static readonly string DecisionMark =
        @$"{English.DecisionMark}|^(?i:{Any(language => language.DecisionMark)})(?: ?#?\d+(?:[./-]\d+)*)? ?: ?";
    public static readonly string SettledHint = $"{English.SettledHint}|{Any(language => language.SettledHint)}";
    public static readonly string Outcome = Any(English.Outcome, language => @$"^(?:{language.Outcome})$");

    private static string Any(string english, Func<Language, string> words) => $"(?:{english}|{Any(words)})";

    private static string Any(Func<Language, string> words) => string.Join('|', Others.Select(words));

    private static HashSet<string> Set(HashSet<string> english, Func<Language, string> words) =>
        english
            .Concat(Others.SelectMany(language => words(language).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[][] Spellings(string[] english, Func<Language, string[]> words) =>
        [
            .. english.Select(
                (name, at) =>
                    (string[])
                        [
                            name,
                            .. Others
                                .SelectMany(language => words(language)[at].Split('|'))
                                .Where(other => other != name)
                                .Distinct(),
                        ]
            ),
        ];
}
