using System.Net;

namespace SigHub.Minutes.Sources;

/// <summary>One tag: its name, whether it closes, and the attributes that matter to minutes.</summary>
internal sealed record HtmlTag(string Name, bool Closes, string? Href, bool IsCheckbox, bool IsChecked)
{
    /// <summary>Names that are a tag without anything else in the brackets; of others, text has more than pages have.</summary>
    private static readonly HashSet<string> Inline = new(
        (
            "a abbr acronym address area audio b base bdi bdo big blink button canvas center cite code col data datalist del dfn dialog em embed "
            + "fieldset figcaption font frame frameset i iframe img input ins kbd label legend link map mark math menu meta meter nobr noscript object "
            + "optgroup option output param path picture progress q rp rt ruby s samp script select slot small source span strike strong style sub sup "
            + "svg template textarea time title track tt u var video wbr"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <param name="inside">What stands between the angle brackets.</param>
    /// <returns>Null when that is no tag: <c>a &lt; b</c>, <c>&lt;no objections&gt;</c>, <c>&lt;ada&gt;</c>.</returns>
    public static HtmlTag? OfText(string inside) =>
        Parse(inside) is { } tag
        && (tag.IsBlock || Inline.Contains(tag.Name) || tag.Closes || inside.AsSpan().IndexOfAny("=:-/") >= 0)
            ? tag
            : null;

    /// <param name="inside">What stands between the angle brackets.</param>
    /// <returns>Null when that is no tag: <c>a &lt; b</c>.</returns>
    public static HtmlTag? Parse(string inside)
    {
        var start = inside.StartsWith('/') ? 1 : 0;
        var end = start;
        while (end < inside.Length && char.IsAsciiLetterOrDigit(inside[end]))
            end++;
        if (end == start || !char.IsAsciiLetter(inside[start]))
            return null;
        if (end < inside.Length && !char.IsWhiteSpace(inside[end]) && inside[end] is not ('/' or ':' or '-'))
            return null;
        var name = inside[start..end].ToLowerInvariant();
        var checkbox = name == "input" && inside.Contains("checkbox", StringComparison.OrdinalIgnoreCase);
        var ticked = checkbox && inside.Contains("checked", StringComparison.OrdinalIgnoreCase);
        return new HtmlTag(name, start == 1, name == "a" ? Attribute(inside, "href") : null, checkbox, ticked);
    }

    public bool IsBlock =>
        Name
            is "p"
                or "div"
                or "ul"
                or "ol"
                or "li"
                or "table"
                or "thead"
                or "tbody"
                or "tfoot"
                or "tr"
                or "td"
                or "th"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "br"
                or "hr"
                or "section"
                or "article"
                or "main"
                or "header"
                or "footer"
                or "nav"
                or "aside"
                or "blockquote"
                or "pre"
                or "dl"
                or "dt"
                or "dd"
                or "body"
                or "html"
                or "head"
                or "title"
                or "form"
                or "details"
                or "summary"
                or "figure"
                or "colgroup"
                or "caption";

    public int HeadingLevel => Name is ['h', >= '1' and <= '6'] ? Name[1] - '0' : 0;

    /// <summary>What an inline tag does to the text around it.</summary>
    public void ApplyTo(InlineBuilder text)
    {
        MarkKind? kind = Name switch
        {
            "b" or "strong" => MarkKind.Bold,
            "s" or "del" or "strike" => MarkKind.Struck,
            _ => null,
        };
        if (kind is { } mark && Closes)
            text.Close(mark);
        else if (kind is { } opened)
            text.Open(opened);
        else if (Name == "a" && Closes)
            text.CloseLink();
        else if (Name == "a")
            text.OpenLink(Href ?? "");
        else if (IsBlock)
            text.Append(' ');
    }

    private static string? Attribute(string inside, string name)
    {
        var at = inside.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var equals = at < 0 ? -1 : inside.IndexOf('=', at);
        if (equals < 0)
            return null;
        var value = inside.AsSpan(equals + 1).TrimStart();
        if (value is ['"' or '\'', ..] && value[1..].IndexOf(value[0]) is >= 0 and var close)
            return WebUtility.HtmlDecode(value.Slice(1, close).Trim().ToString());
        var space = value.IndexOfAny(' ', '\n', '\t');
        return WebUtility.HtmlDecode((space < 0 ? value : value[..space]).Trim('/').ToString());
    }
}
