using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>From the outline to the reading: what kind of document, which parts, whose people, then each part's records.</summary>
internal sealed class DocumentReading
{
    private readonly string document;
    private readonly string sha256;
    private readonly Outline outline;
    private readonly DocumentPath path;
    private readonly Calendar calendar;
    private readonly Title title;
    private readonly Parts parts;
    private readonly IReadOnlyList<(OutlineLine Row, Part Part)> table;
    private readonly Excerpt excerpt = new();
    private readonly List<Finding> findings = [];

    private DocumentReading(string document, string sha256, Outline outline)
    {
        this.document = document;
        this.sha256 = sha256;
        this.outline = outline;
        path = new DocumentPath(document);
        calendar = DayOrder.Of(outline, path);
        title = new Title(outline.Lines, calendar);
        parts = Parts.Of(outline.Lines, calendar);
        table = MeetingTable.Read(parts.Before.Lines, calendar);
    }

    public static Reading Read(string document, string sha256, Outline outline) =>
        new DocumentReading(document, sha256, outline).Run();

    private Reading Run()
    {
        var kind = DocumentKinds.Of(title, parts, table.Count, path);
        var group = GroupOf(kind);
        var meetings = Meetings(kind);
        var page =
            kind == DocumentKind.Minutes && meetings is [{ Part: var only }] && only == parts.Before
                ? new Part(null, null, false)
                : parts.Before;
        var about = new GroupPage(page, group, excerpt);
        var members = about.Members().ToList();
        var series = about.Series().ToList();
        var schedule = new Schedule(meetings.Select(each => each.Part), series.Select(each => each.Rrule), calendar);
        var context = ContextOf(meetings.Select(each => each.Part), members, schedule);
        foreach (var (row, _) in table)
            excerpt.Take(row);
        var milestones = Roadmap
            .Read(page.Sections.Concat(meetings.SelectMany(each => each.Part.Sections)), group, RoadmapStart(), excerpt)
            .ToList();
        var read = meetings.Select(each => new MeetingMinutes(each.Part, context, group, excerpt).Read()).ToList();
        var groups = Groups(kind, group, about, page, meetings.Select(each => each.Part));
        findings.AddRange(context.Findings);
        AddOpenQuestions(
            groups,
            read,
            isOther: kind == DocumentKind.Other && members.Count == 0 && milestones.Count == 0
        );
        return new Reading(document, sha256, kind, groups, read, members, series, milestones, findings);
    }

    private string? GroupOf(DocumentKind kind)
    {
        if (title.Group is { } named)
            return named;
        if (kind == DocumentKind.Group && title.Words.Length > 0)
            return title.Words;
        if (kind == DocumentKind.Roadmap && GroupName.OfRoadmap(title.Words) is { } planned)
            return planned;
        if (kind == DocumentKind.Minutes && path.Group is { } folder)
        {
            findings.Add(
                new Finding(
                    "group-from-path",
                    $"The text does not name the group; its folder says {folder}.",
                    Severity.Info,
                    LineSpan.At(1)
                )
            );
            return folder;
        }
        return null;
    }

    private List<(OutlineLine? Row, Part Part)> Meetings(DocumentKind kind)
    {
        var meetings = new List<(OutlineLine?, Part)>();
        meetings.AddRange(table.Select(each => ((OutlineLine?)each.Row, each.Part)));
        meetings.AddRange(parts.Meetings.Select(part => ((OutlineLine?)null, part)));
        if (meetings.Count == 0 && kind == DocumentKind.Minutes)
        {
            parts.Before.Date = MeetingDay.Of(parts.Before, calendar, path, findings);
            meetings.Add((null, parts.Before));
        }
        else if (
            parts.Meetings is [{ IsCarried: false, Heading: { } titled } one]
            && SaidBelow(titled, one) is { } said
        )
            one.Date = said;
        else if (
            parts.Meetings is [{ IsCarried: false } only, ..]
            && path.Date is { } inPath
            && only.Date is { } inText
            && inPath != inText
            && parts.Meetings.Count(part => !part.IsCarried) == 1
        )
            findings.Add(
                new Finding(
                    "date-differs",
                    $"The text says {inText:yyyy-MM-dd}, the file's path {inPath:yyyy-MM-dd}; the text's day was taken.",
                    Severity.Warning,
                    only.Heading!.Span
                )
            );
        return meetings;
    }

    /// <summary>The labelled day of a meeting whose title has a day without a year, which is often the one before.</summary>
    private DateOnly? SaidBelow(OutlineLine title, Part meeting) =>
        calendar.First(title.Text.Text) is { HasYear: false } ? MeetingDay.Labelled(meeting.Lines, calendar) : null;

    private DateOnly? RoadmapStart() =>
        parts.Meetings.FirstOrDefault(part => !part.IsCarried)?.Date
        ?? path.Date
        ?? (path.Year is { } year ? new DateOnly(year, 1, 1) : null);

    private Context ContextOf(IEnumerable<Part> meetings, IEnumerable<ReadMember> members, Schedule schedule)
    {
        var people = new People();
        var employers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in meetings)
        foreach (var (_, _, person) in part.RollCalls)
        {
            people.Add(person.Name, person.Handle);
            if (person.Affiliation is { } employer)
                employers.Add(Fold.Text(employer));
        }
        foreach (var member in members)
            people.Add(member.Name, member.Handle);
        foreach (var officer in outline.Lines.SelectMany(Officers))
            people.Add(officer, null);
        var mentions = new Mentions(outline.Lines.Select(line => line.Text.Text));
        var date = parts.Meetings.FirstOrDefault(part => !part.IsCarried)?.Date;
        return new Context(people, mentions, calendar, date, employers, schedule);
    }

    /// <summary>"Moderator: Ada Byron" knows her, whether or not a roll call does.</summary>
    private static IEnumerable<string> Officers(OutlineLine line) =>
        line.Kind is LineKind.Item or LineKind.Text
        && line.Text.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 30 and var colon
        && SectionName.OfLabel(line.Text.Text[..colon]) == SectionKind.Officers
            ? Names.Split(line.Text.Text[(colon + 2)..]).Where(Names.IsFullName)
            : [];

    private List<ReadGroup> Groups(
        DocumentKind kind,
        string? group,
        GroupPage about,
        Part page,
        IEnumerable<Part> meetings
    )
    {
        var groups = new List<ReadGroup>();
        if (group is null)
            return groups;
        var groupKind = GroupName.KindOf(group) ?? GroupKind.Project;
        var namedAt = title.NamedAt?.Span ?? title.Heading?.Span ?? LineSpan.At(1);
        var children = kind == DocumentKind.Group ? about.Children().ToList() : [];
        foreach (var line in children.SelectMany(child => child.Lines))
            excerpt.Take(line);
        var inMinutes =
            meetings.FirstOrDefault(part => !part.IsCarried) is { } first && page.Lines.Count == 0
                ? new GroupPage(first, group, excerpt)
                : about;
        groups.Add(
            new ReadGroup(
                group,
                groupKind,
                null,
                page.Lines.Count > 0 ? excerpt.Left(page.Lines) : inMinutes.Purpose(),
                inMinutes.Goals(),
                page.Lines.Count > 0 ? about.AllLinks() : inMinutes.LinksUnder(SectionKind.Links),
                page.Lines.Count > 0 ? namedAt.Through(page.Span.Last) : namedAt
            )
        );
        groups.AddRange(children.Select(child => child.Group));
        return groups;
    }

    /// <summary>Lines that found no home are named, so that nothing is lost silently.</summary>
    private void AddOpenQuestions(List<ReadGroup> groups, List<ReadMeeting> meetings, bool isOther)
    {
        if (meetings.Count == 0 && (groups.Count == 0 || isOther))
            findings.Add(
                new Finding(
                    "nothing-read",
                    "This reads neither as minutes nor as a group's page nor as a roadmap.",
                    Severity.Warning,
                    new LineSpan(1, outline.Source.Length)
                )
            );
        else if (
            groups.Count == 0
            && parts.Before.Lines.Count > 0
            && !meetings.Exists(meeting => meeting.Lines.First <= parts.Before.Span.First)
        )
            findings.Add(
                new Finding(
                    "no-group",
                    "The lines before the first meeting belong to a group that is not named.",
                    Severity.Info,
                    parts.Before.Span
                )
            );
        findings.AddRange(
            outline.LeftOut.Select(lines => new Finding(
                "left-out",
                "Navigation around the article was left out.",
                Severity.Info,
                lines
            ))
        );
    }
}
