using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who moved, who seconded, and how a vote went.</summary>
internal static class Motion
{
    private const string Name = @"[A-Z](?:\.|[\w'’-]*)(?: [A-Z](?:\.|[\w'’-]+)){0,3}";
    private static readonly Pattern Moved = Pattern.Of(
        $@"\b(?:[Mm]oved by:?|[Mm]otion (?:was )?made by|[Mm]over:|[Mm]oved:|[Mm]otion (?:by|from|made by):?|[Pp]ropos(?:ed by|al (?:by|from)):?) (?<who>{Name})|(?<who>{Name}):? (?:moved|[Mm]oves? to|(?:made|set|put forward) (?:a |the )?motion|motioned|motions to|proposed|proposes (?:to|that)|nominat(?:es|ed))\b",
        anyCase: false
    );
    private static readonly Pattern Seconded = Pattern.Of(
        $@"\b(?:[Ss]econded by:?|[Ss]econder:|[Ss]econd(?:ed)?:? by:?|[Ss]econd(?:ed)?:) (?<who>{Name})|(?<who>{Name}):? (?:[Ss]econd(?:ed|s)|second (?:(?:the |this )?motion|it)|made (?:a|the) second)\b",
        anyCase: false
    );
    private static readonly Pattern Approval = Pattern.Of("^(?:approval|adoption|ratification) of ");
    private static readonly Pattern Label = Pattern.Of(@"^(?:counter-)?motion ?(?:#?\d+)?:");
    private static readonly Pattern Outcome = Pattern.Of(
        @"\b(?:carried|pass+ed|passes|carries|failed|fails|unanimous(?:ly)?|approved|rejected|tabled|\d+ (?:in favou?r|for|yes|ayes?)\b.{0,40})"
    );

    /// <summary>"Approval of the minutes of 3 May".</summary>
    public static bool IsApproval(string text) => Approval.IsMatch(text);

    /// <summary>"Motion: …".</summary>
    public static bool IsLabelled(string text) => Label.IsMatch(text);

    public static bool IsMotion(string text) => IsMoved(text) && text.Contains("otion", StringComparison.Ordinal);

    public static bool IsMoved(string text) => Said(Moved, text) is not null;

    /// <summary>"Proposed by: Ada" says who and leaves what to the line above.</summary>
    public static bool IsMoverAlone(string text) =>
        Said(Moved, text) is { } moved && moved.Length >= text.TrimEnd('.', ' ').Length;

    /// <summary>"Seconded: Grace" below a motion.</summary>
    public static bool IsSeconderAlone(string text) =>
        Said(Seconded, text) is { } seconded && seconded.Length >= text.TrimEnd('.', ' ').Length;

    public static bool IsVoted(string text) =>
        IsMoved(text) && Said(Seconded, text) is not null && Outcome.IsMatch(text);

    public static string? Mover(string text) => Who(Moved, text);

    public static string? Seconder(string text) => Who(Seconded, text);

    public static string? Result(string text) =>
        Outcome.Match(text) is { Success: true } outcome ? outcome.Value.TrimEnd('.') : null;

    private static string? Who(Pattern pattern, string text) => Said(pattern, text)?.Groups["who"].Value.TrimEnd('.');

    /// <summary>Where somebody is said to do so: in "Resolution: move to the new host" nobody is.</summary>
    private static Match? Said(Pattern pattern, string text)
    {
        var match = pattern.Match(text);
        while (match.Success && !IsSomebody(match.Groups["who"].Value))
            match = pattern.Match(text, match.Groups["who"].Index + match.Groups["who"].Length);
        return match.Success ? match : null;
    }

    private static bool IsSomebody(string who) => !who.Split(' ').Any(Vocabulary.NotPeople.Contains);
}
