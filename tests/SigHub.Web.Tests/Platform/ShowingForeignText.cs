using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SigHub.Testing;
using SigHub.Web.Components;

namespace SigHub.Web.Tests.Platform;

/// <summary>Markdown of strangers: whatever it holds, the page that shows it runs nothing and asks nobody else for anything.</summary>
public sealed class Showing_foreign_text
{
    /// <summary>Elements that may come out, each with the attributes it may have.</summary>
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "title"],
        ["blockquote"] = [],
        ["br"] = [],
        ["code"] = ["class"],
        ["del"] = [],
        ["em"] = [],
        ["h1"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["h5"] = [],
        ["h6"] = [],
        ["hr"] = [],
        ["input"] = ["type", "aria-label", "disabled", "checked"],
        ["li"] = ["class"],
        ["ol"] = ["start", "type"],
        ["p"] = [],
        ["pre"] = [],
        ["strong"] = [],
        ["table"] = [],
        ["tbody"] = [],
        ["td"] = ["style"],
        ["th"] = ["style"],
        ["thead"] = [],
        ["tr"] = [],
        ["ul"] = ["class"],
    };

    public static TheoryData<string> Vectors => [.. ScriptVectors.All];

    [Theory, MemberData(nameof(Vectors))]
    public void It_can_do_nothing(string markdown) => ShouldBeHarmless(SafeMarkdown.ToHtml(markdown), markdown);

    [Fact]
    public void There_are_many_ways_to_try()
    {
        ScriptVectors.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(200);
        Should.Throw<ShouldAssertException>(() => ShouldBeHarmless("<p onclick=\"x()\">a</p>", "an event"));
        Should.Throw<ShouldAssertException>(() => ShouldBeHarmless("<a href=\"javascript:x()\">a</a>", "a link"));
        Should.Throw<ShouldAssertException>(() => ShouldBeHarmless("<script>x()</script>", "an element"));
        Should.Throw<ShouldAssertException>(() =>
            ShouldBeHarmless("<table><tr><td style=\"background:url(//x)\"></td></tr></table>", "a style")
        );
    }

    [Fact]
    public void All_of_it_at_once_does_nothing_either()
    {
        var everything = string.Join("\n\n", ScriptVectors.All);

        ShouldBeHarmless(SafeMarkdown.ToHtml(everything), "everything");
        ShouldBeHarmless(SafeMarkdown.ToHtml(string.Join(" ", ScriptVectors.All)), "everything in a line");
        ShouldBeHarmless(
            SafeMarkdown.ToHtml("| a |\n|---|\n| " + string.Join(" |\n| ", ScriptVectors.All) + " |"),
            "in a table"
        );
    }

    [Theory]
    [InlineData("[notes](https://wiki.example/a?b=c#d)", "https://wiki.example/a?b=c#d")]
    [InlineData("<https://wiki.example/a>", "https://wiki.example/a")]
    [InlineData("see https://wiki.example/a.", "https://wiki.example/a")]
    [InlineData("see www.wiki.example now", "http://www.wiki.example")]
    [InlineData("[write](mailto:chair@lists.example)", "mailto:chair@lists.example")]
    [InlineData("![a chart](https://wiki.example/a.png)", "https://wiki.example/a.png")]
    public void Links_that_only_lead_somewhere_stay(string markdown, string expected)
    {
        var link = Parse(SafeMarkdown.ToHtml(markdown)).QuerySelector("a")!;

        link.GetAttribute("href").ShouldBe(expected);
        link.TextContent.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("# Title\n\n- one\n- two\n\n1. first", "<h2>Title</h2>\n<ul>\n<li>one</li>")]
    [InlineData("- [ ] open\n- [x] done", "type=\"checkbox\"")]
    [InlineData("| a | b |\n|---|--:|\n| 1 | 2 |", "<td style=\"text-align: right;\">2</td>")]
    [InlineData(
        "~~gone~~ **strong** *em* `code`",
        "<del>gone</del> <strong>strong</strong> <em>em</em> <code>code</code>"
    )]
    [InlineData("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d")]
    public void What_minutes_are_made_of_is_shown(string markdown, string html) =>
        SafeMarkdown.ToHtml(markdown).ShouldContain(html);

    [Fact]
    public void What_was_typed_line_by_line_is_shown_so_and_wrapped_sentences_are_not()
    {
        const string Minutes = "ACTION: Ada asks\nDECISION: we wait";

        SafeMarkdown.ToHtml(Minutes, lineByLine: true).ShouldContain("asks<br />\nDECISION");
        SafeMarkdown.ToHtml(Minutes).ShouldContain("asks\nDECISION");
    }

    [Fact]
    public void Numbers_of_minutes_lead_to_their_records_and_the_first_place_of_each_has_its_name()
    {
        const string Minutes = "- A-12 Ask\n- **D-4**: yes, after A-12, CVE-A-9 and [A-7](https://wiki.example/)";

        SafeMarkdown
            .ToHtml(Minutes, linkRecords: true)
            .ShouldBe(
                """
                <ul>
                <li><a href="actions/A-12" id="A-12">A-12</a> Ask</li>
                <li><strong><a href="decisions/D-4" id="D-4">D-4</a></strong>: yes, after <a href="actions/A-12">A-12</a>, CVE-A-9 and <a href="https://wiki.example/">A-7</a></li>
                </ul>

                """
            );
        SafeMarkdown.ToHtml(Minutes).ShouldNotContain("actions/A-12");
    }

    public static TheoryData<string, string, string> HostileShapes =>
        new()
        {
            { "brackets", "[", "" },
            { "brackets and back", "[a](", "" },
            { "closed brackets", "[]", "" },
            { "pictures", "![", "" },
            { "stars", "*", "" },
            { "stars and letters", "*a ", "" },
            { "underscores", "_a_ ", "" },
            { "tildes", "~~a ", "" },
            { "backticks", "`a``b```", "" },
            { "quotes", "> ", "" },
            { "quotes and lines", ">>>>>>>>\n", "" },
            { "list in list", "- ", "" },
            { "numbers", "1. ", "" },
            { "deepening lists", "- a\n", "deepen" },
            { "less-than", "<", "" },
            { "tags", "<a ", "" },
            { "comments", "<!--", "" },
            { "declarations", "<?", "" },
            { "entities", "&amp", "" },
            { "ampersands", "&", "" },
            { "table rows", "| a | b |\n", "" },
            { "pipes", "|", "" },
            { "pipes and dashes", "|-", "" },
            { "references", "[a]: b\n", "" },
            { "different references", "[#]: /x\n", "number" },
            { "backslashes", "\\", "" },
            { "addresses", "http://a.example/", "" },
            { "at signs", "a@b.example ", "" },
            { "fences", "```\n", "" },
            { "headings", "# a\n", "" },
            { "underlined", "a\n=\n", "" },
            { "blank lines", "\n", "" },
            { "carriage returns", "\r", "" },
            { "tabs", "\t", "" },
            { "nothing but words", "word ", "" },
            { "nul", "\0", "" },
            { "half a surrogate", "\ud83d", "" },
        };

    [Theory, MemberData(nameof(HostileShapes))]
    public void Four_times_as_much_of_anything_costs_about_four_times_as_much(string name, string unit, string how) =>
        Growth.OfFourTimes(100_000, size => SafeMarkdown.ToHtml(Repeat(unit, how, size))).ShouldBeLessThan(12, name);

    [Theory, MemberData(nameof(HostileShapes))]
    public void Ten_megabytes_of_anything_are_shown(string name, string unit, string how)
    {
        var text = Repeat(unit, how, 10_000_000);

        SafeMarkdown.ToHtml(text).Length.ShouldBeLessThan(text.Length * 12, name);
    }

    private static string Repeat(string unit, string how, int size)
    {
        var text = new System.Text.StringBuilder(size + 100);
        for (var n = 0; text.Length < size; n++)
        {
            if (how == "deepen")
                text.Append(' ', 2 * (n % 2_000));
            text.Append(how == "number" ? unit.Replace("#", n.ToString()) : unit);
        }

        return text.ToString();
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) =>
        new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);

    private static void ShouldBeHarmless(string html, string from)
    {
        var body = Parse(html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            s_allowed.ShouldContainKey(element.LocalName, $"{from}\n→ {html}");
            foreach (var attribute in element.Attributes)
            {
                s_allowed[element.LocalName].ShouldContain(attribute.Name, $"{from}\n→ {html}");
                ShouldHoldNothingOdd(element, attribute, $"{from}\n→ {html}");
            }
        }

        body.Descendants<IComment>().ShouldBeEmpty($"{from}\n→ {html}");
    }

    private static void ShouldHoldNothingOdd(IElement element, IAttr attribute, string message)
    {
        switch (attribute.Name)
        {
            case "href":
                attribute.Value.ShouldMatch("^(|https?://.+|mailto:.+)$", message);
                attribute.Value.ShouldNotContain("\"", customMessage: message);
                break;
            case "style":
                attribute.Value.ShouldMatch("^text-align: (left|right|center);$", message);
                break;
            case "class" when element.LocalName == "code":
                attribute.Value.ShouldStartWith("language-", Case.Sensitive, message);
                break;
            case "class":
                attribute.Value.ShouldBeOneOf("contains-task-list", "task-list-item");
                break;
            case "aria-label" when element.LocalName == "input":
                attribute.Value.ShouldBeOneOf("done", "to do");
                break;
            case "type" when element.LocalName == "input":
                attribute.Value.ShouldBe("checkbox", message);
                element.HasAttribute("disabled").ShouldBeTrue(message);
                break;
            default:
                break;
        }
    }
}
