using System.Buffers;
using System.Net;

namespace SigHub.Minutes.Sources;

/// <summary>
/// Markdown inside one line, tolerant and in one pass: unbalanced marks stay harmless, brackets are matched beforehand,
/// so that no input costs more than its length.
/// </summary>
internal sealed class InlineParser(string source, IReadOnlyDictionary<string, string> references)
{
    private const int LongestTag = 2000;
    private static readonly Dictionary<string, string> NoReferences = [];
    private static readonly SearchValues<char> Unmarking = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;?!()-/@#+=%$|\""
    );

    private readonly InlineBuilder text = new();
    private readonly Stack<(int Close, int Next)> links = [];
    private readonly int[]? partner = Brackets.Match(source);
    private readonly HashSet<int> unclosedTicks = [];
    private int at;
    private bool tildeIsOpen;

    public static Inline Parse(string source) => Parse(source, NoReferences);

    public static Inline Parse(string source, IReadOnlyDictionary<string, string> references) =>
        IsPlain(source) ? new Inline(source, []) : new InlineParser(source, references).Run();

    /// <summary>Most lines: no sign in them can be a mark, and there is no white space to fold.</summary>
    private static bool IsPlain(string source) =>
        source is [not ' ', .., not ' ']
        && !source.AsSpan().ContainsAnyExcept(Unmarking)
        && !source.Contains("  ", StringComparison.Ordinal);

    private char Here => source[at];

    private char Ahead(int n) => at + n < source.Length && at + n >= 0 ? source[at + n] : ' ';

    private Inline Run()
    {
        while (at < source.Length)
            if (!(Escape() || Code() || LinkEnds() || Link() || Tag() || Entity() || Emphasis()))
                text.Append(source[at++]);
        while (links.TryPop(out _))
            text.CloseLink();
        return text.Take();
    }

    private bool Escape()
    {
        if (Here != '\\' || at + 1 >= source.Length || !char.IsPunctuation(Ahead(1)) && !char.IsSymbol(Ahead(1)))
            return false;
        text.Append(Ahead(1));
        at += 2;
        return true;
    }

    private bool Code()
    {
        if (Here != '`')
            return false;
        var ticks = Run('`');
        var close = unclosedTicks.Contains(ticks)
            ? -1
            : source.IndexOf(new string('`', ticks), at + ticks, StringComparison.Ordinal);
        if (close < 0)
        {
            unclosedTicks.Add(ticks);
            at += ticks;
            return true;
        }
        text.AppendMarked(MarkKind.Code, source[(at + ticks)..close]);
        at = close + ticks;
        return true;
    }

    private bool Link()
    {
        var image = Here == '!' && Ahead(1) == '[';
        var bracket = image ? at + 1 : at;
        if (source[bracket] != '[' || partner is null || partner[bracket] is not (> 0 and var close))
            return false;
        if (Target(bracket, close) is not (var url, var next))
            return false;
        if (image)
        {
            text.AppendMarked(MarkKind.Image, source[(bracket + 1)..close], url);
            at = next;
            return true;
        }
        text.OpenLink(url);
        links.Push((close, next));
        at = bracket + 1;
        return true;
    }

    private bool LinkEnds()
    {
        if (!links.TryPeek(out var link) || link.Close != at)
            return false;
        links.Pop();
        text.CloseLink();
        at = link.Next;
        return true;
    }

    /// <summary>Where a bracket leads: <c>(address "title")</c>, or <c>[reference]</c> defined elsewhere.</summary>
    private (string Url, int Next)? Target(int bracket, int close)
    {
        var after = close + 1 < source.Length ? source[close + 1] : ' ';
        var end = after is '(' or '[' ? partner![close + 1] : 0;
        if (after == '(' && end > 0)
        {
            var inside = source[(close + 2)..end].Trim();
            var title = inside.IndexOf(" \"", StringComparison.Ordinal);
            return ((title < 0 ? inside : inside[..title]).Trim('<', '>', ' '), end + 1);
        }
        if (
            after == '['
            && end > 0
            && references.TryGetValue(
                end == close + 2 ? source[(bracket + 1)..close] : source[(close + 2)..end],
                out var named
            )
        )
            return (named, end + 1);
        return references.Count > 0 && references.TryGetValue(source[(bracket + 1)..close], out var url)
            ? (url, close + 1)
            : null;
    }

    private bool Tag()
    {
        if (Here != '<')
            return false;
        var end = at + 1;
        while (end < source.Length && end - at < LongestTag && source[end] is not ('>' or '<'))
            end++;
        if (end >= source.Length || source[end] != '>')
            return false;
        var inside = source[(at + 1)..end];
        if (inside.Contains("://", StringComparison.Ordinal) && !inside.Contains(' ', StringComparison.Ordinal))
            text.AppendMarked(MarkKind.Link, inside, inside);
        else if (inside.Contains('@', StringComparison.Ordinal) && !inside.Contains(' ', StringComparison.Ordinal))
            text.AppendMarked(
                MarkKind.Link,
                inside,
                inside.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? inside : "mailto:" + inside
            );
        else if (HtmlTag.OfText(inside) is { } tag)
            tag.ApplyTo(text);
        else
            return false;
        at = end + 1;
        return true;
    }

    private bool Entity()
    {
        if (Here != '&')
            return false;
        var end = source.IndexOf(';', at, Math.Min(12, source.Length - at));
        if (end < 0)
            return false;
        var decoded = WebUtility.HtmlDecode(source[at..(end + 1)]);
        if (decoded.Length > 2)
            return false;
        text.Append(decoded);
        at = end + 1;
        return true;
    }

    private bool Emphasis()
    {
        if (Here == '\'' && Ahead(1) == '\'' && Ahead(2) == '\'')
            return WikiBold();
        if (Here is not ('*' or '_' or '~'))
            return false;
        var run = Run(Here);
        if (Here == '~' && run == 1)
            return Tilde();
        var before = Ahead(-1);
        var after = Ahead(run);
        var between = char.IsWhiteSpace(before) && char.IsWhiteSpace(after) && run == 1;
        var inWord = Here == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if (between || inWord || Here == '~' && run != 2 || run > 3)
        {
            text.Append(source[at..(at + run)]);
            at += run;
            return true;
        }
        if (run >= 2)
            text.Toggle(Here == '~' ? MarkKind.Struck : MarkKind.Bold);
        at += run;
        return true;
    }

    /// <summary>Three apostrophes, as wikis write bold.</summary>
    private bool WikiBold()
    {
        text.Toggle(MarkKind.Bold);
        at += 3;
        return true;
    }

    /// <summary>One tilde strikes through where it stands at the edges of words; "~3 GB" is a number.</summary>
    private bool Tilde()
    {
        var (before, after) = (Ahead(-1), Ahead(1));
        var opens = !tildeIsOpen && char.IsWhiteSpace(before) && char.IsLetter(after);
        var closes = tildeIsOpen && !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        if (!opens && !closes)
            return false;
        tildeIsOpen = opens;
        text.Toggle(MarkKind.Struck);
        at++;
        return true;
    }

    private int Run(char c)
    {
        var end = at;
        while (end < source.Length && source[end] == c)
            end++;
        return end - at;
    }
}
