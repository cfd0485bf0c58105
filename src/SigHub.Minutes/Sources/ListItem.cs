namespace SigHub.Minutes.Sources;

/// <summary>A line that starts with a bullet, a number or a box.</summary>
/// <param name="Indents">The columns of its bullets: one, or several for a list that opens inside another (<c>- - text</c>); a number behind a bullet only numbers the item.</param>
/// <param name="Sign">Its bullet, or a digit for every number.</param>
/// <param name="ContentIndent">The column of its text: a wrapped line is indented as far.</param>
internal sealed record ListItem(
    IReadOnlyList<int> Indents,
    int ContentIndent,
    string Text,
    bool? Ticked,
    bool IsNumbered,
    char Sign
)
{
    private const string Bullets = "-*+•◦▪·‣●○■–—";
    private const int TabWidth = 4;
    private const int DeepestOnOneLine = 8;

    public static ListItem? Read(string line)
    {
        var indents = new List<int>();
        var numbered = false;
        var sign = ' ';
        var text = line;
        var column = 0;
        while (indents.Count < DeepestOnOneLine && MarkerAt(text) is > 0 and var marker)
        {
            column += IndentOf(text);
            sign = marker > 1 ? '1' : text.TrimStart()[0];
            if (indents.Count == 0 || marker == 1)
                indents.Add(column);
            column += marker;
            numbered = marker > 1;
            text = text.TrimStart()[marker..];
        }
        var box = Box(text);
        if (indents.Count == 0 && box is null)
            return null;
        if (indents.Count == 0)
            indents.Add(IndentOf(line));
        return new ListItem(indents, column + 1, (box?.Words ?? text).Trim(), box?.Ticked, numbered, sign);
    }

    public static int IndentOf(string line)
    {
        var column = 0;
        foreach (var c in line)
            if (c == '\t')
                column += TabWidth - column % TabWidth;
            else if (c is ' ' or '\u00A0')
                column++;
            else
                break;
        return column;
    }

    /// <summary>The length of the bullet or number that the line starts with, 0 for none.</summary>
    private static int MarkerAt(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.IsEmpty)
            return 0;
        var length = Bullets.Contains(text[0], StringComparison.Ordinal) ? 1 : Number(text);
        return length == text.Length || char.IsWhiteSpace(text[length]) || IsTightStar(text) ? length : 0;
    }

    /// <summary>"*Ada" is an item whose space was forgotten, "*Ada*" is not.</summary>
    private static bool IsTightStar(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '*' && char.IsLetter(text[1]) && text.LastIndexOf('*') == 0;

    private static int Number(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == 0 && text.Length > 2 && char.IsAsciiLetterLower(text[0]))
            digits = 1;
        return digits is > 0 and < 4 && digits < text.Length && text[digits] is '.' or ')' ? digits + 1 : 0;
    }

    /// <summary>"**Decisions:**" behind a tick is no item that is done.</summary>
    private static bool IsLabel(string words) =>
        words.Trim('\uFE0F', ' ') is ['*', '*', _, .., ':', '*', '*'] or ['*', '*', _, .., '*', '*', ':'];

    private static (bool Ticked, string Words)? Box(string text)
    {
        text = text.TrimStart();
        if (text is ['[', var tick, ']', ..] && (text.Length == 3 || text[3] is ' ' or '\t'))
            return tick switch
            {
                ' ' or '_' => (false, text[3..]),
                'x' or 'X' or '✓' or '✔' => (true, text[3..]),
                _ => null,
            };
        if (text is ['(', ' ' or 'x' or 'X', ')', ' ', _, ..])
            return (text[1] != ' ', text[3..]);
        if (text.StartsWith("[] ", StringComparison.Ordinal))
            return (false, text[3..]);
        return text is ['☐' or '☑' or '☒' or '✅' or '✔' or '✓', ..] && !IsLabel(text[1..])
            ? (text[0] != '☐', text[1..].TrimStart('\uFE0F'))
            : null;
    }
}
