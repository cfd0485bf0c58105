using SigHub.Minutes.Lines;
using SigHub.Minutes.Sections;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Writing;

/// <summary>
/// A meeting's notes taken apart: what stood under the agenda's items, and the discussion. Headings under which nothing is
/// left since their lines became records, the title and lists of links are left out: the writer has its own.
/// </summary>
internal sealed class LeftNotes
{
    private static readonly Pattern GroupLine = Pattern.Of("^group: ");

    private static readonly SectionKind[] OfRecords =
    [
        SectionKind.RollCall,
        SectionKind.Regrets,
        SectionKind.Absent,
        SectionKind.Actions,
        SectionKind.CarriedActions,
        SectionKind.OldBusiness,
        SectionKind.FollowUps,
        SectionKind.Decisions,
        SectionKind.Agenda,
        SectionKind.Discussion,
        SectionKind.Links,
        SectionKind.Roadmap,
    ];

    private const int LongestTitle = 90;

    private readonly List<OutlineLine> discussion = [];
    private readonly List<AgendaTopic> agenda = [];
    private readonly Dictionary<MinutesPart, List<OutlineLine>> underParts = [];

    /// <param name="keepsPlaces">Whether what is left beside the records of a list stays there, or goes to the discussion.</param>
    public LeftNotes(ReadMeeting meeting, bool keepsPlaces)
    {
        var source = SourceText.Lines(meeting.Notes ?? "");
        var keys = Sources.FrontMatter.End(source);
        FrontMatter = keys > 0 ? string.Join('\n', source[..keys]) : null;
        var stretches = Stretches([.. Outline.Of(meeting.Notes ?? "").Lines.Where(line => line.First > keys)]);
        var title = stretches.Find(each =>
            each.Heading is { Kind: LineKind.Heading } heading && IsTitle(heading, meeting)
        );
        foreach (var stretch in stretches)
            if (stretch == title)
                discussion.AddRange(stretch.Lines.Where(line => !GroupLine.IsMatch(line.Text.Text)));
            else if (
                stretch.IsBare(meeting.Links)
                && OfRecords.Contains(stretch.Section.Kind)
                && !HoldsMore(stretch, stretches, meeting.Links)
            )
                continue;
            else if (stretch.Section.Kind == SectionKind.Agenda)
                Agendum(stretch, meeting);
            else if (keepsPlaces && stretch.Heading is not null && PartOf(stretch.Section.Kind) is { } part)
                (underParts.TryGetValue(part, out var under) ? under : underParts[part] = []).AddRange(stretch.Lines);
            else
                discussion.AddRange([
                    .. stretch.Heading is null ? [] : (OutlineLine[])[stretch.Heading],
                    .. stretch.Lines,
                ]);
    }

    public string? FrontMatter { get; }

    public IReadOnlyList<AgendaTopic> Agenda => agenda;

    public bool HasDiscussion => discussion.Count > 0;

    /// <summary>Whether the discussion brings a heading of its own that ends the part above.</summary>
    public bool HasHeading => discussion is [{ Kind: LineKind.Heading, Level: <= 2 }, ..];

    /// <summary>The discussion, its lines apart where they were.</summary>
    public IEnumerable<string?> Discussion => Apart(discussion);

    /// <summary>What is left under the heading of a list of records.</summary>
    public IReadOnlyList<string?> Under(MinutesPart part) =>
        underParts.TryGetValue(part, out var lines) ? [.. Apart(lines)] : [];

    private static MinutesPart? PartOf(SectionKind kind) =>
        kind switch
        {
            SectionKind.RollCall => MinutesPart.RollCall,
            SectionKind.Actions or SectionKind.CarriedActions => MinutesPart.Actions,
            SectionKind.Decisions => MinutesPart.Decisions,
            _ => null,
        };

    /// <summary>The lines as Markdown; null stands for a blank one.</summary>
    private static IEnumerable<string?> Apart(List<OutlineLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && lines[i].First > lines[i - 1].Last + 1)
                yield return null;
            yield return lines[i].Markdown.TrimEnd();
        }
    }

    /// <summary>What stands under one heading or label, in order, lines that are never read included.</summary>
    private static List<Stretch> Stretches(List<OutlineLine> lines)
    {
        var owners = new Dictionary<OutlineLine, Section>();
        foreach (var section in SectionList.Of(lines))
        {
            if (section.Heading is { } heading)
                owners[heading.Whole ?? heading] = section;
            foreach (var line in section.Lines)
                owners.TryAdd(line.Whole ?? line, section);
        }
        var stretches = new List<Stretch> { new(new Section(SectionKind.Unknown, null, null), null) };
        foreach (var line in lines)
        {
            var section = owners.GetValueOrDefault(line, stretches[^1].Section);
            if (section != stretches[^1].Section)
                stretches.Add(new Stretch(section, IsHeadingOf(section, line) ? line : null));
            if (stretches[^1].Heading != line)
                stretches[^1].Lines.Add(line);
        }
        return stretches;
    }

    /// <summary>"Agenda: all of it" is a line of its own section, and a table's head may say more than names of columns.</summary>
    private static bool IsHeadingOf(Section section, OutlineLine line) =>
        section.Heading is { } heading
        && line.Kind != LineKind.Row
        && (heading.Whole ?? heading) == line
        && !section.Lines.Exists(part => part.Whole == line);

    private static bool HoldsMore(Stretch outer, List<Stretch> all, IReadOnlyList<ReadLink> links) =>
        all.Exists(inner =>
            inner.Section.Parent == outer.Section
            && inner != outer
            && (!inner.IsBare(links) || HoldsMore(inner, all, links))
        );

    private static bool IsTitle(OutlineLine heading, ReadMeeting meeting)
    {
        var words = heading.Text.Text;
        return meeting.Title is { } title && words.Equals(title, StringComparison.Ordinal)
            || meeting.Date is { } day && new Calendar(day.Year, null).All(words).Any(found => found.Date == day)
            || meeting.Group is { } group
                && words.Contains(group, StringComparison.OrdinalIgnoreCase)
                && words.Length < LongestTitle
            || meeting is { Date: null, Group: null } && GroupName.Rest(words).Length == 0;
    }

    /// <summary>Each outermost item with what stands under it.</summary>
    private void Agendum(Stretch stretch, ReadMeeting meeting)
    {
        var outermost = stretch
            .Lines.Where(line => line.Kind == LineKind.Item)
            .Select(line => line.Depth)
            .DefaultIfEmpty(0)
            .Min();
        var topic = new AgendaTopic(null);
        if (agenda.Count == 0)
            agenda.Add(topic);
        for (var i = 0; i < stretch.Lines.Count; i++)
        {
            var line = stretch.Lines[i];
            var isOver = i + 1 < stretch.Lines.Count && stretch.Lines[i + 1].Depth > line.Depth;
            if (!isOver && IsLabelAlone(line, meeting))
                continue;
            if (line.Kind == LineKind.Item && line.Depth == outermost)
                agenda.Add(new AgendaTopic(line.Text.Text));
            agenda[^1].Lines.Add(line);
        }
    }

    /// <summary>"Action items from last week:" over items that became records.</summary>
    private static bool IsLabelAlone(OutlineLine line, ReadMeeting meeting) =>
        line.Kind == LineKind.Item
        && SectionName.OfHeading(line.Text.Text) is var kind
        && OfRecords.Contains(kind)
        && !meeting.Agenda.Any(item => item.Title == line.Text.Text);

    private sealed record Stretch(Section Section, OutlineLine? Heading)
    {
        public List<OutlineLine> Lines { get; } = [];

        /// <summary>Nothing is left but signs, heads of tables and links that are records too.</summary>
        public bool IsBare(IReadOnlyList<ReadLink> links) =>
            Lines.TrueForAll(line =>
                line.Kind == LineKind.Verbatim && !line.Markdown.Any(char.IsLetterOrDigit)
                || Columns.Of(line) is { Count: > 1, NameEveryCell: true }
                || Section.Kind == SectionKind.Links
                    && line.Kind == LineKind.Item
                    && line.Text.Wholly(MarkKind.Link)
                    && Links.In(line.Text).All(links.Contains)
            );
    }

    /// <summary>An item of the agenda and the notes under it, as they stand in the source.</summary>
    internal sealed class AgendaTopic(string? title)
    {
        public string? Title => title;

        public List<OutlineLine> Lines { get; } = [];

        /// <summary>With the indent that the dialect's items have.</summary>
        public IEnumerable<string?> Indented(string bullet)
        {
            var indent = bullet.Length - bullet.TrimStart().Length;
            var source = Apart(Lines).SelectMany(line => line?.Split('\n') ?? (string?[])[null]).ToList();
            var shallowest = source
                .OfType<string>()
                .Where(line => line.Length > 0)
                .Select(ListItem.IndentOf)
                .DefaultIfEmpty(0)
                .Min();
            return source.Select(line =>
                line is null
                    ? null
                    : new string(' ', indent + Math.Max(0, ListItem.IndentOf(line) - shallowest)) + line.TrimStart()
            );
        }
    }
}
