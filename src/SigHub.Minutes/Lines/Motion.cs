using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who moved, who seconded, and how a vote went.</summary>
internal static class Motion
{
    private const string Name = @"[A-Z][\w'’-]*(?: [A-Z](?:\.|[\w'’-]+)){0,3}";
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

    public static bool IsMotion(string text) => Moved.IsMatch(text) && text.Contains("otion", StringComparison.Ordinal);

    public static bool IsMoved(string text) => Moved.IsMatch(text);

    /// <summary>"Proposed by: Ada" says who and leaves what to the line above.</summary>
    public static bool IsMoverAlone(string text) =>
        Moved.Match(text) is { Success: true } moved && moved.Length >= text.TrimEnd('.', ' ').Length;

    /// <summary>"Seconded: Grace" below a motion.</summary>
    public static bool IsSeconderAlone(string text) =>
        Seconded.Match(text) is { Success: true } seconded && seconded.Length >= text.TrimEnd('.', ' ').Length;

    public static bool IsVoted(string text) => Moved.IsMatch(text) && Seconded.IsMatch(text) && Outcome.IsMatch(text);

    public static string? Mover(string text) => Who(Moved, text);

    public static string? Seconder(string text) => Who(Seconded, text);

    public static string? Result(string text) =>
        Outcome.Match(text) is { Success: true } outcome ? outcome.Value.TrimEnd('.') : null;

    private static string? Who(Pattern pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match.Groups["who"].Value.TrimEnd('.') : null;
}
