using System.Globalization;
using System.Text;

namespace SigHub.Testing;

/// <summary>
/// Documents of an invented foundation in the six shapes that communities write: Markdown minutes with carried old business, a
/// plain text log, a table of attendees with check boxes, an HTML page, a group's own page, and a roadmap. The same seed and
/// number always give the same document; the groups know each other's people and carry their own actions.
/// </summary>
public static class InventedDocuments
{
    /// <summary>How many shapes there are; documents take turns.</summary>
    public const int Shapes = 6;

    private static readonly string[] s_first =
        "Adaeze Bram Chiyo Dario Edda Farid Greta Hamid Ilse Jorun Kofi Leda Milo Nadja Orla Pavel Quirin Rhea Sven Tove".Split(
            ' '
        );

    private static readonly string[] s_last =
        "Abara Brekke Castell Dvorak Elian Frost Galvan Hollis Ibsen Jarvi Kowal Lindgren Moretti Nkemelu Osei Prideaux Quist Rask Soto Thorne".Split(
            ' '
        );

    private static readonly string[] s_places =
    [
        "Halyard Works",
        "Cobalt Institute",
        "Northgate Systems",
        "Umbra Cloud",
        "Larkspur University",
    ];

    private static readonly string[] s_words =
    [
        "Anchors",
        "Beacons",
        "Currents",
        "Docks",
        "Estuary",
        "Foghorns",
        "Gangways",
        "Harbours",
    ];

    private static readonly string[] s_verbs =
        "draft compare ask translate measure review test book paint archive count label publish rename sketch verify wrap index mend quote".Split(
            ' '
        );

    private static readonly string[] s_things =
    [
        "everybody about travel grants",
        "thermal figures of node seven",
        "a glossary for newcomers",
        "our mirror in the southern hall",
        "invoices from last autumn",
        "photographs of the workshop",
        "keys kept in the vault",
        "an agenda for the summit",
        "cables behind the big screen",
        "subtitles of recorded talks",
        "licences that two vendors use",
        "badges and lanyards",
        "questions raised on the list",
        "the sandbox of the build farm",
        "packages nobody maintains",
        "a poster on quiet fans",
        "both halves of the handbook",
        "weekly numbers of downloads",
        "old tapes in cupboard four",
        "what confuses beginners most",
    ];

    /// <summary>So many documents, file names first; the same arguments give the same documents.</summary>
    public static IEnumerable<(string FileName, string Text)> Of(int count, int seed = 1) =>
        Enumerable.Range(0, count).Select(number => One(number, seed));

    public static (string FileName, string Text) One(int number, int seed = 1)
    {
        var shape = number % Shapes;
        // Each shape writes for groups of its own, so that a group's documents look alike.
        var round = number / Shapes;
        var group = Group(shape, round % 2, seed);
        var meeting = new Meeting(group, Day(shape, round), round / 2, seed);
        return shape switch
        {
            0 => (FileName(meeting, "md"), Carrying(meeting)),
            1 => (FileName(meeting, "txt"), Plain(meeting)),
            2 => (FileName(meeting, "md"), Tabled(meeting)),
            3 => (FileName(meeting, "html"), Html(meeting)),
            4 => ($"{Slug(group, number)}-page.md", GroupPage(group, number)),
            _ => ($"{Slug(group, number)}-roadmap.md", Roadmap(group, number)),
        };
    }

    private static string Carrying(Meeting meeting)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {meeting.Group} meeting {Iso(meeting.Day)}"));
        text.AppendLine().AppendLine("## Attendees:");
        foreach (var name in meeting.People)
            text.AppendLine(Invariant($"* {name}"));
        text.AppendLine().AppendLine("## Discussions:").AppendLine();
        text.AppendLine(Invariant($"* The plan for {meeting.Group} was walked through once more")).AppendLine();
        text.AppendLine("## Action items:");
        foreach (var (owner, doing) in meeting.Actions)
            text.AppendLine(Invariant($"* {owner} to {doing}"));
        if (meeting.Before() is { } before)
        {
            text.AppendLine().AppendLine("## Old business:").AppendLine();
            text.AppendLine(Invariant($"## {Iso(before.Day)}"));
            var states = new[] { "Done", "Pending" };
            foreach (var ((owner, doing), index) in before.Actions.Select((action, index) => (action, index)))
                text.AppendLine(Invariant($"* {owner} to {doing} - {states[index % states.Length]}"));
        }

        return text.ToString();
    }

    private static string Plain(Meeting meeting)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"{meeting.Group} meeting notes, {Words(meeting.Day)}"));
        text.AppendLine().AppendLine("Attendees: " + string.Join(", ", meeting.People));
        text.AppendLine().AppendLine("Notes");
        text.AppendLine(Invariant($"- {meeting.Group} looked at what was left from last time"));
        text.AppendLine().AppendLine("Action items");
        foreach (var (owner, doing) in meeting.Actions)
            text.AppendLine(Invariant($"- {owner} to {doing}"));
        return text.ToString();
    }

    private static string Tabled(Meeting meeting)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {meeting.Group} {Iso(meeting.Day)}"));
        text.AppendLine().AppendLine("## Attendees").AppendLine();
        text.AppendLine("| Name | Company | Present |").AppendLine("|---|---|---|");
        foreach (var (name, index) in meeting.People.Select((name, index) => (name, index)))
            text.AppendLine(
                Invariant($"| {name} | {s_places[index % s_places.Length]} | {(index == 2 ? "no" : "yes")} |")
            );
        text.AppendLine().AppendLine("## Decisions").AppendLine();
        text.AppendLine(Invariant($"- We agreed to keep {meeting.Thing} for another year."));
        text.AppendLine().AppendLine("## Action items").AppendLine();
        foreach (var (owner, doing) in meeting.Actions)
            text.AppendLine(Invariant($"- [ ] {owner} to {doing}"));
        return text.ToString();
    }

    private static string Html(Meeting meeting)
    {
        var text = new StringBuilder();
        text.AppendLine("<!DOCTYPE html>").AppendLine("<html><body>");
        text.AppendLine(Invariant($"<h1>{meeting.Group} meeting {Iso(meeting.Day)}</h1>"));
        text.AppendLine("<h2>Attendees</h2>").AppendLine("<ul>");
        foreach (var name in meeting.People)
            text.AppendLine(Invariant($"<li>{name}</li>"));
        text.AppendLine("</ul>").AppendLine("<h2>Notes</h2>");
        text.AppendLine(Invariant($"<p>The group heard a report on {meeting.Group}.</p>"));
        text.AppendLine("<h2>Action items</h2>").AppendLine("<ul>");
        foreach (var (owner, doing) in meeting.Actions)
            text.AppendLine(Invariant($"<li>{owner} to {doing}</li>"));
        text.AppendLine("</ul>").AppendLine("</body></html>");
        return text.ToString();
    }

    private static string GroupPage(string group, int number)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group} {Roman(number)}"));
        text.AppendLine().AppendLine("## Overview").AppendLine();
        text.AppendLine(Invariant($"Looks after the {group.ToLowerInvariant()} of the foundation, volume {number}."));
        text.AppendLine().AppendLine("## Goals").AppendLine();
        text.AppendLine("* Keep it boring").AppendLine("* Write down what was decided");
        text.AppendLine().AppendLine("## Members").AppendLine();
        for (var i = 0; i < 4; i++)
            text.AppendLine(Invariant($"* {Person((number * 4) + i)} ({s_places[i]}){(i == 0 ? " - Chair" : "")}"));
        return text.ToString();
    }

    private static string Roadmap(string group, int number)
    {
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group} {Roman(number)} roadmap")).AppendLine();
        text.AppendLine("| Time | Milestone |").AppendLine("|---|---|");
        text.AppendLine(Invariant($"| Q1 2026 | Survey number {number} is out |"));
        text.AppendLine(Invariant($"| Q3 2026 | The catalogue has {number + 10} entries |"));
        text.AppendLine(Invariant($"| H2 2026 | Edition {Roman(number)} is printed |"));
        return text.ToString();
    }

    private static string Group(int shape, int which, int seed) =>
        Invariant(
            $"SIG/{s_words[((shape * 2) + which + seed) % s_words.Length]}{(shape < 4 ? "" : Invariant($" {(char)('A' + which)}"))}"
        );

    private static DateOnly Day(int shape, int round) => new DateOnly(2025, 1, 6).AddDays((round / 2 * 14) + shape);

    private static string FileName(Meeting meeting, string ending) =>
        Invariant($"{Slug(meeting.Group, null)}-{Iso(meeting.Day)}.{ending}");

    private static string Slug(string group, int? number) =>
        group.Replace("SIG/", "", StringComparison.Ordinal).Replace(' ', '-').ToLowerInvariant()
        + (number is { } n ? Invariant($"-{n}") : "");

    private static string Person(int number) =>
        Invariant(
            $"{s_first[number % s_first.Length]} {s_last[((number * 7) + (number / s_first.Length)) % s_last.Length]}"
        );

    private static string Roman(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('A' + (digit - '0'))));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed record Meeting(string Group, DateOnly Day, int Number, int Seed)
    {
        private int Offset => Group.Sum(letter => letter) + Seed;

        public IReadOnlyList<string> People => [.. Enumerable.Range(0, 4).Select(i => Person((Offset + (i * 5)) % 20))];

        /// <summary>By first name and what they are to do; no two meetings of a group give the same.</summary>
        public IReadOnlyList<(string Owner, string Doing)> Actions =>
            [.. Enumerable.Range(0, 3).Select(i => (People[i].Split(' ')[0], Doing((Number * 3) + i)))];

        /// <summary>What is decided about.</summary>
        public string Thing => s_things[(Offset + (Number * 3)) % s_things.Length];

        private string Doing(int number)
        {
            var place = Offset + number;
            var thing = (place * 7) + (number / s_verbs.Length);
            return $"{s_verbs[place % s_verbs.Length]} {s_things[thing % s_things.Length]}";
        }

        public Meeting? Before() => Number == 0 ? null : this with { Day = Day.AddDays(-14), Number = Number - 1 };
    }
}
