namespace SigHub.Web.Components;

/// <summary>How far an e-mail address reaches to the left and right of its at sign, as written in prose, Markdown or an address.</summary>
internal static class MailAddress
{
    /// <summary>RFC 5321 allows 64; some are left for marks in between.</summary>
    private const int LongestName = 100;

    private const int LongestDomain = 300;

    /// <summary>Browsers take the dots of East Asian scripts for dots of a domain too (RFC 3490).</summary>
    private static readonly string[] s_dots = [".", "。", "．", "｡", "(dot)", "[dot]", " (dot) ", " [dot] ", " dot "];
    private static readonly string[] s_spelledDots = [" (dot) ", " [dot] ", " dot "];

    /// <summary>"Look at the dot in the middle" spells no address.</summary>
    private static readonly string[] s_words =
    [
        "a",
        "an",
        "any",
        "each",
        "every",
        "its",
        "one",
        "our",
        "that",
        "the",
        "this",
    ];

    /// <summary>Null where nothing in front of the at sign can be a name.</summary>
    /// <param name="notBefore">Where the text before was dealt with already.</param>
    public static int? StartOf(string text, int at, int notBefore)
    {
        var start = at;
        while (
            start > notBefore && at - start < LongestName && (IsOfName(text[start - 1]) || IsUnseen(text[start - 1]))
        )
            start--;
        while (start < at && !char.IsLetterOrDigit(text[start]))
            start++;
        var isHandleElsewhere = start > 0 && text[start - 1] == '@';
        return start == at || isHandleElsewhere ? null : start;
    }

    /// <summary>Null where no domain follows: versions (`tool@1.2`), sizes of pictures (`mark@2x.png`) and times are none.</summary>
    public static int? EndOf(string text, int from, bool mustSpellDots)
    {
        var dots = mustSpellDots ? s_spelledDots : s_dots;
        var most = Math.Min(text.Length, from + LongestDomain);
        int? end = null;
        var at = from;
        for (var labels = 0; ; labels++)
        {
            var stop = at;
            while (stop < most && (IsOfLabel(text[stop]) || IsUnseen(text[stop])))
                stop++;
            var label = Seen(text.AsSpan(at, stop - at));
            if (label.Length == 0 || (labels == 0 && (IsSize(label) || (mustSpellDots && IsWord(label)))))
                return end;
            if (labels > 0 && IsTopLevel(label))
                end = at + text.AsSpan(at, stop - at).TrimEnd("*_`~-").Length;

            var dot = Array.Find(dots, dot => IsAt(text, stop, dot));
            if (dot is null)
                return end;
            at = stop + dot.Length;
        }
    }

    private static bool IsOfName(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '!';

    private static bool IsOfLabel(char c) => char.IsLetterOrDigit(c) || c == '-';

    /// <summary>What a page does not show: escapes and emphasis of Markdown, and characters without width.</summary>
    private static bool IsUnseen(char c) =>
        c is '\\' or '*' or '`' or '~' or '_' or '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';

    private static string Seen(ReadOnlySpan<char> label)
    {
        Span<char> seen = stackalloc char[LongestDomain];
        var count = 0;
        foreach (var c in label)
        {
            if (!IsUnseen(c))
                seen[count++] = c;
        }

        return new string(seen[..count]);
    }

    private static bool IsTopLevel(string label) =>
        label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)
        || (label.TrimEnd('-').Length >= 2 && label.TrimEnd('-').All(char.IsLetter));

    private static bool IsSize(string label) =>
        label.Length is 2 or 3 && label[^1] is 'x' && label[..^1].All(char.IsAsciiDigit);

    private static bool IsWord(string label) => s_words.Contains(label, StringComparer.OrdinalIgnoreCase);

    private static bool IsAt(string text, int at, string word) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
