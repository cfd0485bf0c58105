using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What lines outside any meeting say of a group: members, series, sub-groups, goals, links.</summary>
internal sealed class GroupPage(Part page, string? name, Excerpt excerpt)
{
    private static readonly Pattern RoleWord = Pattern.Of(Vocabulary.Role);
    private const int LongestName = 6;
    private Dictionary<OutlineLine, string>? subgroups;
    private static readonly Pattern Plural = Pattern.Of(@"(?:s|S)$");

    public IEnumerable<ReadMember> Members()
    {
        foreach (var section in page.Sections.Where(section => section.Is(SectionKind.Members, SectionKind.RollCall)))
        {
            var role = RoleOf(section.Title);
            foreach (var (line, person) in RollCall.Read(section))
            {
                excerpt.Take(line);
                yield return new ReadMember(
                    name,
                    person.Name,
                    person.Affiliation,
                    person.Role ?? role,
                    person.Email,
                    person.Handle,
                    person.Lines
                );
            }
        }
    }

    public IEnumerable<ReadSeries> Series()
    {
        foreach (var line in page.Lines.Where(line => line.Kind is LineKind.Item or LineKind.Text))
        foreach (var meets in Recurrence.Read(line.Text.Text))
            yield return new ReadSeries(GroupAt(line), meets.Rrule, meets.Time, meets.Zone, line.Span);
    }

    /// <summary>Headings below "Workstreams" or "Teams", each a group of its own under this one.</summary>
    public IEnumerable<(ReadGroup Group, IReadOnlyList<OutlineLine> Lines)> Children()
    {
        foreach (
            var section in page.Sections.Where(section =>
                section.Heading is { Kind: LineKind.Heading }
                && (section.Parent?.Kind == SectionKind.Groups || IsGroup(section))
            )
        )
        {
            var heading = section.Heading!;
            var kind = GroupName.KindOf(section.Title) ?? GroupKind.Team;
            var last = section.Lines.Count > 0 ? section.Lines.Max(line => line.Last) : heading.Last;
            yield return (
                new ReadGroup(
                    section.Title,
                    kind,
                    name,
                    new Excerpt().Left(section.Lines),
                    [],
                    [],
                    new LineSpan(heading.First, last)
                ),
                section.Lines
            );
        }
    }

    /// <summary>"## SIG Docs" on a page about more than that group.</summary>
    private bool IsGroup(Section section) =>
        section is { Kind: SectionKind.Unknown, Heading: { Kind: LineKind.Heading, Level: > 1 } }
        && section.Title != name
        && Fold.Words(section.Title).Length < LongestName
        && GroupName.KindOf(section.Title) is GroupKind.Sig or GroupKind.WorkingGroup
        && section.Lines.Count > 0;

    /// <summary>The sub-group under whose heading a line stands, or the page's own group.</summary>
    private string? GroupAt(OutlineLine line)
    {
        if (subgroups is null)
        {
            subgroups = [];
            foreach (var section in page.Sections.Where(IsGroup))
            foreach (var each in section.Lines)
                subgroups[each] = section.Title;
        }
        return subgroups.GetValueOrDefault(line) ?? name;
    }

    public IReadOnlyList<string> Goals() =>
        [
            .. page
                .Sections.Where(section =>
                    section.Kind == SectionKind.Goals && section.Heading?.Kind == LineKind.Heading
                )
                .SelectMany(section => section.Items.Where(item => item.Depth == 0))
                .Select(item => item.Text.Text),
        ];

    public string? Purpose() =>
        page.Sections.FirstOrDefault(section =>
            section.Kind == SectionKind.Purpose && section.Heading?.Kind == LineKind.Heading
        )
            is { } purpose
            ? new Excerpt().Left(purpose.Lines)
            : null;

    public IReadOnlyList<ReadLink> AllLinks() =>
        [.. page.Lines.SelectMany(line => Links.In(line.Text)).DistinctBy(link => link.Url)];

    public IReadOnlyList<ReadLink> LinksUnder(SectionKind kind) =>
        [
            .. page
                .Sections.Where(section => section.Kind == kind)
                .SelectMany(section => section.Lines)
                .SelectMany(line => Links.In(line.Text))
                .DistinctBy(link => link.Url),
        ];

    /// <summary>"Organizers" over a list makes each an organizer; "Members" says nothing.</summary>
    private static string? RoleOf(string heading)
    {
        var singular = Plural.Replace(heading.Trim(':', ' '), "");
        return RoleWord.IsMatch(singular) && !Fold.Words(singular).Contains("member") && singular.Length < 40
            ? singular
            : null;
    }
}
