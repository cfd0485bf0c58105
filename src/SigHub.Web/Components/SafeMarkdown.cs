using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SigHub.Web.Components;

/// <summary>
/// Markdown of documents and people as HTML that can do nothing: HTML in it stays text, links lead to http, https or mail
/// only, pictures of other sites become links to them.
/// </summary>
public static partial class SafeMarkdown
{
    /// <summary>Longer texts are shown as they were typed: parsing costs more than they are worth.</summary>
    private const int LongestText = 1_000_000;

    /// <summary>Deeper nesting than anybody writes makes parsers slow.</summary>
    private const int DeepestIndent = 60;

    private static readonly MarkdownPipeline s_pipeline = Pipeline().Build();
    private static readonly MarkdownPipeline s_lineByLine = Pipeline().UseSoftlineBreakAsHardlineBreak().Build();

    private static MarkdownPipelineBuilder Pipeline() =>
        new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseAutoLinks()
            .UseTaskLists()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);

    /// <param name="below">The level of the heading it stands under; its own headings begin one level deeper and skip none.</param>
    /// <param name="linkRecords">
    /// Numbers in it are the portal's own: each leads to its record, and the first place of each has its name, <c>#A-142</c>.
    /// </param>
    /// <param name="lineByLine">Each line is one that somebody typed; otherwise lines may be wrapped sentences.</param>
    public static string ToHtml(string markdown, int below = 1, bool linkRecords = false, bool lineByLine = false)
    {
        if (markdown.Length > LongestText || IsHostile(markdown))
            return AsTyped(markdown);

        try
        {
            var pipeline = lineByLine ? s_lineByLine : s_pipeline;
            var document = Markdown.Parse(markdown, pipeline);
            Disarm(document);
            PlaceHeadings(document, below);
            NameBoxes(document);
            if (linkRecords)
                LinkRecords(document);
            using var writer = new StringWriter();
            var renderer = new HtmlRenderer(writer);
            pipeline.Setup(renderer);
            renderer.Render(document);
            return writer.ToString();
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting beyond its own bound this way.
            return AsTyped(markdown);
        }
    }

    private static string AsTyped(string markdown) => $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>";

    /// <summary>Long runs of brackets, stars or quotes, and headings by the thousand, cost Markdig quadratic time.</summary>
    private static bool IsHostile(string markdown)
    {
        var (marks, underlines) = (0, 0);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var indent = line.Length - line.TrimStart(" \t>").Length;
            if (indent > DeepestIndent * 4)
                return true;
            marks += line.Count('[') + line.Count('*') + line.Count('_') + line.Count('<');
            if (!line.IsEmpty && line.TrimEnd("=- \t").IsEmpty)
                underlines++;
        }

        return marks > 20_000 || underlines > 5_000;
    }

    private static void Disarm(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!IsHarmless(link.Url))
                link.Url = "";
            if (link.IsImage)
            {
                link.IsImage = false;
                if (link.FirstChild is null)
                    link.AppendChild(new LiteralInline("picture"));
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsHarmless(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    /// <summary>A box without a name is heard as a box and no more.</summary>
    private static void NameBoxes(MarkdownDocument document)
    {
        foreach (var box in document.Descendants<TaskList>())
            box.GetAttributes().AddProperty("aria-label", box.Checked ? "done" : "to do");
    }

    private static void LinkRecords(MarkdownDocument document)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var literal in document.Descendants<LiteralInline>().Where(one => !IsInLink(one)).ToList())
        {
            var (text, from) = (literal.Content.ToString(), 0);
            foreach (Match match in Reference().Matches(text))
            {
                var link = new LinkInline(AddressOf(match), "") { IsClosed = true };
                link.AppendChild(new LiteralInline(match.Value));
                if (named.Add(match.Value))
                    link.GetAttributes().Id = match.Value;
                literal.InsertBefore(new LiteralInline(text[from..match.Index]));
                literal.InsertBefore(link);
                from = match.Index + match.Length;
            }

            if (from > 0)
                literal.Content = new StringSlice(text[from..]);
        }
    }

    private static string AddressOf(Match reference)
    {
        var number = int.Parse(reference.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return reference.Groups["kind"].Value switch
        {
            "A" => Links.Action(number),
            "D" => Links.Decision(number),
            _ => Links.Milestone(number),
        };
    }

    private static bool IsInLink(Inline inline)
    {
        for (var above = inline.Parent; above is not null; above = above.Parent)
        {
            if (above is LinkInline)
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}-])(?<kind>[ADM])-(?<number>[1-9]\d{0,7})(?![\p{L}\p{N}-])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Reference();

    private static void PlaceHeadings(MarkdownDocument document, int below)
    {
        var open = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (open.TryPeek(out var above) && above >= heading.Level)
                open.Pop();
            open.Push(heading.Level);
            heading.Level = Math.Min(6, below + open.Count);
        }
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (
            address.Scheme == Uri.UriSchemeHttp
            || address.Scheme == Uri.UriSchemeHttps
            || address.Scheme == Uri.UriSchemeMailto
        );
}
