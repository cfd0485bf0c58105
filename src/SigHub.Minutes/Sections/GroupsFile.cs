using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>
/// The groups of a community as one file lists them, the way Kubernetes keeps its <c>sigs.yaml</c>: for each its mission,
/// those who lead it, when it meets, where to find it and its subprojects.
/// </summary>
internal sealed class GroupsFile(string document, string sha256, string[] source)
{
    private static readonly (string List, GroupKind Kind, string Prefix)[] Lists =
    [
        ("sigs", GroupKind.Sig, "SIG "),
        ("workinggroups", GroupKind.WorkingGroup, "WG "),
        ("usergroups", GroupKind.WorkingGroup, "UG "),
        ("committees", GroupKind.Committee, ""),
    ];

    private static readonly (string Key, string Role)[] Roles =
    [
        ("chairs", "Chair"),
        ("tech_leads", "Technical Lead"),
        ("emeritus_leads", "Emeritus Lead"),
    ];

    private readonly List<ReadGroup> groups = [];
    private readonly List<ReadMember> members = [];
    private readonly List<ReadSeries> series = [];

    /// <summary>Null where the text is no such file.</summary>
    public static Reading? Read(string document, string sha256, string[] source)
    {
        if (!IsYaml(document) || !Array.Exists(source, IsList))
            return null;
        var file = new GroupsFile(document, sha256, source);
        return file.Run() is { Groups.Count: > 0 } reading ? reading : null;
    }

    private static bool IsYaml(string document) =>
        document.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || document.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool IsList(string line) => Array.Exists(Lists, list => line.TrimEnd() == list.List + ":");

    private Reading Run()
    {
        var root = Yaml.Read(source);
        foreach (var (list, kind, prefix) in Lists)
        foreach (var entry in root.List(list))
            if (entry.Text("name") is { } name)
                Add(entry, kind, prefix + name);
        return new Reading(document, sha256, DocumentKind.Group, groups, [], members, series, [], []);
    }

    private void Add(YamlNode entry, GroupKind kind, string name)
    {
        var taken = new HashSet<int>();
        foreach (var (key, role) in Roles)
        foreach (var person in entry["leadership"]?.List(key) ?? [])
            Add(person, name, role, taken);
        foreach (var meeting in entry.List("meetings"))
            Add(meeting, name, taken);
        var children = entry.List("subprojects").Where(child => child.Text("name") is not null).ToList();
        foreach (var child in children)
            Take(child, taken);
        groups.Add(
            new ReadGroup(
                name,
                kind,
                null,
                Overview(entry, taken),
                [],
                [.. Links(entry).DistinctBy(link => link.Url)],
                new LineSpan(entry.Line, entry.Last)
            )
        );
        groups.AddRange(
            children.Select(child => new ReadGroup(
                child.Text("name")!,
                GroupKind.Project,
                name,
                Overview(child, []),
                [],
                [.. Links(child)],
                new LineSpan(child.Line, child.Last)
            ))
        );
    }

    private void Add(YamlNode person, string group, string role, HashSet<int> taken)
    {
        if ((person.Text("name") ?? person.Text("github")) is not { } name)
            return;
        members.Add(
            new ReadMember(
                group,
                name,
                person.Text("company"),
                role,
                null,
                person.Text("github") is { } handle ? "@" + handle : null,
                new LineSpan(person.Line, person.Last)
            )
        );
        Take(person, taken);
    }

    private void Add(YamlNode meeting, string group, HashSet<int> taken)
    {
        var sentence =
            $"{meeting.Text("frequency")} meeting {meeting.Text("day")}s at {meeting.Text("time")} {meeting.Text("tz")}";
        foreach (var meets in Recurrence.Read(sentence))
        {
            series.Add(
                new ReadSeries(group, meets.Rrule, meets.Time, meets.Zone, new LineSpan(meeting.Line, meeting.Last))
            );
            foreach (var said in meeting.Children.Where(child => child.Key is "day" or "time" or "tz" or "frequency"))
                taken.Add(said.Line);
        }
    }

    private static IEnumerable<ReadLink> Links(YamlNode entry)
    {
        var below = new Stack<YamlNode>(entry.Children.AsEnumerable().Reverse());
        while (below.TryPop(out var node))
        {
            if (node.Key is "subprojects")
                continue;
            foreach (var link in Lines.Links.In(new Inline(node.Value ?? "", [])))
                yield return link with
                {
                    Label = link.Label ?? (node.Key.Length > 1 ? node.Key : null),
                };
            for (var i = node.Children.Count - 1; i >= 0; i--)
                below.Push(node.Children[i]);
        }
    }

    /// <summary>The mission in words, and what became no record as it stands.</summary>
    private string Overview(YamlNode entry, HashSet<int> taken)
    {
        var mission = entry["mission_statement"] ?? entry["description"];
        var left = new List<string>();
        for (var line = entry.Line; line <= entry.Last; line++)
            if (
                !taken.Contains(line)
                && !(line >= mission?.Line && line <= mission.LastOfValue)
                && !string.IsNullOrWhiteSpace(source[line - 1])
            )
                left.Add(source[line - 1]);
        return $"{mission?.Value}\n\n```yaml\n{string.Join('\n', left)}\n```".TrimStart('\n');
    }

    private static void Take(YamlNode node, HashSet<int> taken)
    {
        for (var line = node.Line; line <= node.Last; line++)
            taken.Add(line);
    }
}
