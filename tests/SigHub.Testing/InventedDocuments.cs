using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SigHub.Testing;

/// <summary>An invented document, and what whoever invented it meant it to say.</summary>
/// <param name="Group">Whose it is.</param>
/// <param name="Meetings">The days it tells of.</param>
/// <param name="Actions">What it raises; what it carries over from an earlier one is that one's.</param>
public sealed record InventedDocument(
    string FileName,
    string Text,
    string Group,
    IReadOnlyList<DateOnly> Meetings,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Decisions,
    IReadOnlyList<string> Milestones
);

/// <summary>
/// Documents of an invented foundation in the six shapes that communities write: Markdown minutes with carried old business, a
/// year's rolling log, a wiki page of HTML tables, a page with a tab-separated table of minutes, a meeting bot's summary, and a
/// roadmap. The same seed and number always give the same document; each shape writes for groups of its own, which know each
/// other's people. No two documents tell the same, so that what they bring can be counted.
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

    /// <summary>How the same people are called where a bot writes the minutes.</summary>
    private static readonly string[] s_nicks =
        "brasskettle mossyowl tidepool inkwell9 quietfan lanternfish papercrane rustybolt snowgauge tinwhistle oddsock plumbline sandglass kiteline bluethumb drywall copperpot fogbank gumtree halfmoon".Split(
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
        "Anchors Beacons Currents Docks Estuary Foghorns Gangways Harbours Islets Jetties Keels Lighthouses Moorings Navigators Oars Piers Quays Rudders Sails Tides Uplands Vessels Winches Yawls Zephyrs Bollards Capstans Ferries Galleys Hawsers Inlets Jibs Lagoons Masts Nets Paddles".Split(
            ' '
        );

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

    /// <summary>So many documents; the same arguments give the same documents.</summary>
    public static IEnumerable<InventedDocument> Of(int count, int seed = 1) =>
        Enumerable.Range(0, count).Select(number => One(number, seed));

    public static InventedDocument One(int number, int seed = 1)
    {
        var round = number / Shapes;
        return (number % Shapes) switch
        {
            0 => Minutes(new Group("SIG/Silver #", round / 6, seed), round % 6),
            1 => Log(new Group("Copper # SIG", round / 3, seed), round % 3),
            2 => WikiPage(new Group("Walnut # Committee", round / 6, seed), round % 6),
            3 => TabbedPage(new Group("Indigo # Committee", round, seed)),
            4 => Summary(new Group("Crimson # SIG", round / 6, seed), round % 6),
            _ => Roadmap(new Group("SIG/Amber #", round, seed)),
        };
    }

    /// <summary>An archive of them, in their order.</summary>
    public static byte[] Zip(IEnumerable<InventedDocument> documents)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var document in documents)
            {
                using var entry = zip.CreateEntry(document.FileName).Open();
                entry.Write(Encoding.UTF8.GetBytes(document.Text));
            }
        }

        return content.ToArray();
    }

    private static InventedDocument Minutes(Group group, int number)
    {
        var day = new DateOnly(2025, 1, 6).AddDays(number * 14);
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group.Name} meeting {Iso(day)}"));
        text.AppendLine().AppendLine("## Attendees:");
        foreach (var person in group.People)
            text.AppendLine(Invariant($"* {Name(person)} - {Place(person)}"));
        text.AppendLine().AppendLine("## Discussions:").AppendLine();
        text.AppendLine(Invariant($"* The plan for {group.Name} was walked through once more")).AppendLine();
        text.AppendLine("## Action items:");
        foreach (var (owner, doing) in group.Actions(number * 3, 3))
            text.AppendLine(Invariant($"* {s_first[owner]} to {doing}"));
        if (number > 0)
        {
            text.AppendLine().AppendLine("## Old business:").AppendLine();
            text.AppendLine(Invariant($"## {Iso(day.AddDays(-14))}"));
            var states = new[] { "Done", "Pending" };
            foreach (var ((owner, doing), index) in group.Actions((number - 1) * 3, 3).Select((one, at) => (one, at)))
                text.AppendLine(Invariant($"* {s_first[owner]} to {doing} - {states[index % states.Length]}"));
        }

        return new InventedDocument(
            Invariant($"{group.File}-{Iso(day)}.md"),
            text.ToString(),
            group.Name,
            [day],
            [.. group.Actions(number * 3, 3).Select(action => action.Doing)],
            [],
            []
        );
    }

    /// <summary>Three meetings of a year, the newest first.</summary>
    private static InventedDocument Log(Group group, int number)
    {
        var year = 2023 + number;
        DateOnly[] days = [new(year, 9, 18), new(year, 6, 12), new(year, 3, 5)];
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group.Name} Meeting Notes {year}")).AppendLine();
        foreach (var (day, at) in days.Select((day, at) => (day, at)))
        {
            text.AppendLine(Invariant($"## {day:MMMM d}")).AppendLine();
            text.AppendLine("Attendees: " + string.Join(", ", group.People.Select(Name))).AppendLine();
            text.AppendLine(Invariant($"- what was left since the last call was looked at")).AppendLine();
            text.AppendLine("### Action items");
            foreach (var (owner, doing) in group.Actions((number * 6) + (at * 2), 2))
                text.AppendLine(Invariant($"- [ ] {s_first[owner]} to {doing}"));
            text.AppendLine();
        }

        return new InventedDocument(
            Invariant($"{group.File}-{year}.md"),
            text.ToString(),
            group.Name,
            days,
            [.. group.Actions(number * 6, 6).Select(action => action.Doing)],
            [],
            []
        );
    }

    private static InventedDocument WikiPage(Group group, int number)
    {
        var day = new DateOnly(2024, 10, 2).AddDays(number * 28);
        var decision = Invariant($"We agreed to keep {group.Thing(number)} for another year.");
        var text = new StringBuilder();
        text.AppendLine("<!DOCTYPE html>").AppendLine("<html><body>");
        text.AppendLine(Invariant($"<h1>{Iso(day)} {group.Name} Meeting</h1>"));
        text.AppendLine("<h2>Attendees</h2>").AppendLine("<table><tbody>");
        text.AppendLine("<tr><th>Attendee</th><th>Organization</th></tr>");
        foreach (var person in group.People)
            text.AppendLine(Invariant($"<tr><td><p>{Name(person)}</p></td><td>{Place(person)}</td></tr>"));
        text.AppendLine("</tbody></table>").AppendLine("<h2>Decisions</h2>");
        text.AppendLine(Invariant($"<ul><li>{decision}</li></ul>"));
        text.AppendLine("<h2>Action items</h2>").AppendLine("<table><tbody>");
        text.AppendLine("<tr><th>Action</th><th>Owner</th><th>Status</th></tr>");
        foreach (var (owner, doing) in group.Actions(number * 3, 3))
            text.AppendLine(Invariant($"<tr><td>{doing}</td><td>{Name(owner)}</td><td>open</td></tr>"));
        text.AppendLine("</tbody></table>").AppendLine("</body></html>");
        return new InventedDocument(
            Invariant($"{group.File}/{Iso(day)}.html"),
            text.ToString(),
            group.Name,
            [day],
            [.. group.Actions(number * 3, 3).Select(action => action.Doing)],
            [decision],
            []
        );
    }

    private static InventedDocument TabbedPage(Group group)
    {
        DateOnly[] days = [new(2025, 8, 27), new(2025, 6, 11), new(2025, 4, 9)];
        List<string> decisions = [.. days.Select((_, at) => $"We agreed to support {group.Thing(at)} from now on")];
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group.Name}")).AppendLine();
        text.AppendLine("## Overview").AppendLine();
        text.AppendLine(Invariant($"{group.Name} looks after a part of the foundation.")).AppendLine();
        text.AppendLine("## Minutes").AppendLine();
        text.AppendLine("Date\tMinutes");
        foreach (var (day, decision) in days.Zip(decisions))
            text.AppendLine(
                Invariant(
                    $"{day:dd MMMM yyyy}\t<p>Call was recorded.</p> <ul style=\"list-style-type: none\"> <li>• {decision}</li> </ul>"
                )
            );
        return new InventedDocument($"{group.File}.txt", text.ToString(), group.Name, days, [], decisions, []);
    }

    private static InventedDocument Summary(Group group, int number)
    {
        var day = new DateOnly(2025, 2, 4).AddDays(number * 7);
        var decision = Invariant($"AGREED: {group.Thing(number)} can wait (+{number + 3}, 0, -0)");
        var title = Invariant($"#{group.File}: {group.Name} weekly");
        var rule = new string('=', title.Length);
        var text = new StringBuilder();
        text.AppendLine(rule).AppendLine(title).AppendLine(rule).AppendLine().AppendLine();
        text.AppendLine(Invariant($"Meeting started by {s_nicks[group.People[0]]} at 15:00:12 UTC."));
        text.AppendLine().AppendLine().AppendLine("Meeting summary").AppendLine("---------------");
        text.AppendLine(Invariant($"* init process  ({s_nicks[group.People[0]]}, 15:00:12)"));
        text.AppendLine(Invariant($"  * {decision}  ({s_nicks[group.People[1]]}, 15:09:00)"));
        text.AppendLine().AppendLine("Meeting ended at 15:59:29 UTC.").AppendLine().AppendLine();
        text.AppendLine("Action Items").AppendLine("------------");
        foreach (var (owner, doing) in group.Actions(number * 3, 3))
            text.AppendLine(Invariant($"* {s_nicks[owner]} to {doing}"));
        text.AppendLine()
            .AppendLine()
            .AppendLine("People Present (lines said)")
            .AppendLine("---------------------------");
        foreach (var person in group.People)
            text.AppendLine(Invariant($"* {s_nicks[person]} ({40 - person})"));
        return new InventedDocument(
            Invariant($"{group.File}/{Iso(day)}/{group.File}.{Iso(day)}-15.00.txt"),
            text.ToString(),
            group.Name,
            [day],
            [.. group.Actions(number * 3, 3).Select(action => action.Doing)],
            [decision],
            []
        );
    }

    private static InventedDocument Roadmap(Group group)
    {
        string[] milestones =
        [
            $"The survey of {group.Thing(0)} is out",
            $"The catalogue of {group.Thing(1)} is complete",
            $"An edition on {group.Thing(2)} is printed",
        ];
        var text = new StringBuilder();
        text.AppendLine(Invariant($"# {group.Name} roadmap")).AppendLine();
        text.AppendLine("| Time | Milestone |").AppendLine("|---|---|");
        foreach (var (time, milestone) in new[] { "Q1 2026", "Q3 2026", "H2 2026" }.Zip(milestones))
            text.AppendLine(Invariant($"| {time} | {milestone} |"));
        return new InventedDocument($"{group.File}-roadmap.md", text.ToString(), group.Name, [], [], [], milestones);
    }

    private static string Name(int person) => $"{s_first[person]} {s_last[person * 7 % s_last.Length]}";

    private static string Place(int person) => s_places[person % s_places.Length];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A group of one shape: "SIG/Silver #" and a noun, four of the twenty people, and things to do that never repeat.</summary>
    private sealed class Group(string pattern, int which, int seed)
    {
        private int Offset => pattern.Length + (which * 3) + seed;

        public string Name =>
            pattern.Replace("#", s_words[(which + seed) % s_words.Length], StringComparison.Ordinal)
            + (which < s_words.Length ? "" : Invariant($" {(char)('A' + (which / s_words.Length))}"));

        public string File => Name.Replace('/', '-').Replace(' ', '-').ToLowerInvariant();

        public IReadOnlyList<int> People => [.. Enumerable.Range(0, 4).Select(i => (Offset + (i * 5)) % 20)];

        public string Thing(int number) => s_things[(Offset + number) * 7 % s_things.Length];

        /// <summary>Who is to do what, of up to twenty a group.</summary>
        public IEnumerable<(int Owner, string Doing)> Actions(int from, int count) =>
            Enumerable
                .Range(from, count)
                .Select(n => (People[n % 4], $"{s_verbs[(Offset + n) % s_verbs.Length]} {Thing(n)}"));
    }
}
