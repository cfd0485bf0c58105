using FsCheck;
using FsCheck.Fluent;

namespace SigHub.Minutes.Tests;

/// <summary>Documents made of the pieces real minutes are made of, in any order, well-formed or not.</summary>
internal static class InventedMinutes
{
    private static readonly string[] Names =
    [
        "Ada Byron",
        "Grace Hill",
        "Tim Moss",
        "Nina Sol",
        "Omar Reed",
        "Zoé Petit",
        "liwei",
    ];

    private static readonly string[] Lines =
    [
        "# Widgets SIG meeting 2024-02-01",
        "## Attendees",
        "## Action items",
        "## Old business:",
        "## 2024-01-18",
        "## Agenda",
        "## Decisions",
        "## Notes",
        "## Roadmap",
        "**Regrets**",
        "Attendees: {0}, {1}",
        "* {0}",
        "    * {0} - Acme",
        "- [ ] {0} to write the docs",
        "- [x] review the draft ({1})",
        "\t* {0}: fix the build - Done, at last",
        "1. Welcome",
        "   continued on a second line that is long enough to be taken for a wrapped one",
        "ACTION: {1} to call the venue by Friday",
        "We agreed to ship on Monday.",
        "| Name | Company | Present |",
        "|---|---|---|",
        "| {0} | Acme | yes |",
        "2024-01-04\t<p>We met.</p> <ul><li>{1} will ask</li></ul>",
        "Date\tMinutes",
        "<table><tr><td>{0}</td><td>Yes</td></tr>",
        "</table>",
        "<!-- a remark",
        "-->",
        "```",
        "---",
        "==========",
        "Meeting",
        "> quoted [link](https://example.org/a(b)) and `code",
        "~~{0}~~ **bold _nested `",
        "| Q1 2024 | Release |",
        "",
        "",
    ];

    private static readonly string[] Scraps =
    [
        "#",
        "*",
        "**",
        "- ",
        "_",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "<b>",
        "</td>",
        "<tr>",
        "<li>",
        "|",
        "`",
        "~~",
        ":",
        ";",
        ",",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\\",
        "&",
        "@",
        "!",
        "?",
        ".",
        "/",
        "\"",
        "“",
        "”",
        "Ada",
        "Byron",
        "to",
        "will",
        "AI",
        "ACTION:",
        "done",
        "2024-01-02",
        "12/13",
        "Q3",
        "by",
        "Friday",
        "[x]",
        "[ ]",
        "1.",
        "Present",
        "Actions",
        "Agenda",
        "Decision",
        "\u00A0",
        "\u200D",
        "🎉",
        "é",
        "\uD800",
        "None",
    ];

    public static Arbitrary<string> Documents { get; } =
        Arb.From(
            from count in Gen.Choose(1, 40)
            from lines in Gen.ArrayOf(Line, count)
            select string.Join('\n', lines) + "\nlast line"
        );

    /// <summary>Signs without sense: whatever marks can be opened, and not closed.</summary>
    public static Arbitrary<string> Scribble { get; } =
        Arb.From(
            from count in Gen.Choose(1, 60)
            from parts in Gen.ArrayOf(Gen.Elements(Scraps), count)
            select string.Concat(parts) + "a"
        );

    private static Gen<string> Line =>
        from line in Gen.Elements(Lines)
        from first in Gen.Elements(Names)
        from second in Gen.Elements(Names)
        select line.Replace("{0}", first).Replace("{1}", second);
}
