using System.Buffers;

namespace SigHub.Web.Components;

/// <summary>Where the secret stands that follows a label such as "Passcode:"; most sentences with the word have none.</summary>
internal static class PasscodeValue
{
    private const int Longest = 200;

    private static readonly SearchValues<char> s_digitsInGroups = SearchValues.Create("0123456789 -");

    /// <summary>What people write behind the label when it is no secret, in English, German and Swedish.</summary>
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "an",
        "and",
        "as",
        "ask",
        "auf",
        "behövs",
        "by",
        "erforderlich",
        "folgt",
        "for",
        "if",
        "im",
        "in",
        "ingen",
        "inget",
        "is",
        "kein",
        "keine",
        "keiner",
        "keines",
        "keins",
        "n/a",
        "no",
        "nicht",
        "none",
        "not",
        "on",
        "please",
        "required",
        "same",
        "se",
        "see",
        "sent",
        "siehe",
        "tba",
        "tbd",
        "the",
        "to",
        "will",
        "wird",
    };

    /// <param name="from">
    /// Behind the label. What ends it says how sure it is: nothing, a bar of a table or a dash ask for a digit in the secret.
    /// </param>
    /// <param name="isInAddress">It is a part of a web address: "?pwd=".</param>
    public static (int Start, int End)? After(string text, int from, bool isInAddress)
    {
        var start = isInAddress ? from : SkipMarks(text, from);
        var end = start;
        while (end < text.Length && end - start < Longest && !IsEnd(text[end], isInAddress))
            end++;
        end = start + text.AsSpan(start, end - start).TrimEnd("*_`~.,;:!?)]\"'").Length;
        end = WithFurtherDigits(text, start, end);

        var value = text.AsSpan(start, end - start);
        if (!HasLetterOrDigit(value) || value.StartsWith("[passcode") || value.StartsWith("[address"))
            return null;
        if (isInAddress || text[from - 1] is ':' or '=' or '：')
            return s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value) ? null : (start, end);
        return value.Length is >= 4 and <= 20 && value.ContainsAnyInRange('0', '9') && !IsDateOrTime(value)
            ? (start, end)
            : null;
    }

    /// <summary>The secret of a line on which nothing else stands, below a line that is its label; it has a digit.</summary>
    public static (int Start, int End)? Alone(string line)
    {
        var start = line.Length - line.AsSpan().TrimStart(" \t>*+-_`~\"'|(").Length;
        var end = line.AsSpan().TrimEnd(" \t*_`~.,;:!?)\"'|").Length;
        if (end <= start)
            return null;

        var value = line.AsSpan(start, end - start);
        var isSecret = value.ContainsAny(' ', '\t')
            ? value.Length <= 25 && !value.ContainsAnyExcept(s_digitsInGroups)
            : value.Length is >= 4 and <= 20 && value.ContainsAnyInRange('0', '9');
        return isSecret && !IsDateOrTime(value) ? (start, end) : null;
    }

    private static int SkipMarks(string text, int from)
    {
        var at = from;
        while (at < text.Length && at - from < 12 && text[at] is ' ' or '\t' or '*' or '_' or '`' or '~' or '"' or '\'')
            at++;
        return at;
    }

    private static bool IsEnd(char c, bool isInAddress) =>
        char.IsWhiteSpace(c)
        || c is '<' or '>' or '|'
        || (isInAddress && c is '&' or '#' or '"' or '\'' or ')' or ']' or ';');

    /// <summary>Numbers are read out in groups: "123 456".</summary>
    private static int WithFurtherDigits(string text, int start, int end)
    {
        if (end == start || text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9'))
            return end;
        for (var groups = 0; groups < 4; groups++)
        {
            var stop = end + 1;
            while (stop < text.Length && stop - end <= 4 && char.IsAsciiDigit(text[stop]))
                stop++;
            var isGroup =
                end < text.Length
                && text[end] is ' ' or '-'
                && stop - end is >= 3 and <= 5
                && (stop == text.Length || !char.IsLetterOrDigit(text[stop]));
            if (!isGroup)
                return end;
            end = stop;
        }

        return end;
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static bool IsDateOrTime(ReadOnlySpan<char> value) =>
        DateTime.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)
        && value.ContainsAny('-', ':', '/');
}
