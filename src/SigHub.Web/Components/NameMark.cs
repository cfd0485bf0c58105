namespace SigHub.Web.Components;

/// <summary>Two letters and a colour for a name, always the same for the same name.</summary>
public static class NameMark
{
    public static string Letters(string name) =>
        name.Split([' ', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => "?",
            [var only] => only[..1].ToUpperInvariant(),
            [var first, .., var last] => string.Concat(first.AsSpan(0, 1), last.AsSpan(0, 1)).ToUpperInvariant(),
        };

    /// <summary>One of eight, 0 to 7.</summary>
    public static int Hue(string name) => name.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter)) & 7;
}
