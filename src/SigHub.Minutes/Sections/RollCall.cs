using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Reads the people a section lists: items, comma lines, or a table.</summary>
internal static class RollCall
{
    public static IReadOnlyList<(OutlineLine Line, Person Person)> Read(Section section)
    {
        var people = new List<(OutlineLine, Person)>();
        Columns? columns = null;
        var itemCount = section.Items.Count();
        foreach (var line in section.Lines)
        {
            if (line.Kind == LineKind.Row && columns is null && Columns.Of(line) is { } head)
                columns = head;
            else if (line.Kind == LineKind.Row)
                people.AddRange(Row(line, columns).Select(person => (line, person)));
            else
                people.AddRange(Line(line, itemCount).Select(person => (line, person)));
        }
        return WithoutNicknames(people);
    }

    /// <summary>One item names one person; a single line, or one with many commas, names several.</summary>
    private static IEnumerable<Person> Line(OutlineLine line, int itemCount)
    {
        var isList = line.Kind == LineKind.Text || itemCount == 1;
        var pieces = Pieces(line.Text);
        if (
            isList && pieces.Count > 1
            || pieces.Count > 3 && pieces.TrueForAll(piece => Names.IsFullName(WithoutBrackets(piece.Text)))
        )
            return pieces.Select(piece => Person(line, piece)).OfType<Person>();
        if (line.Kind == LineKind.Text && !Names.IsName(WithoutBrackets(line.Text.Text)) && line.Text.Text.Length > 60)
            return [];
        return Person(line, line.Text) is { } person ? [person] : [];
    }

    private static Person? Person(OutlineLine line, Inline text) =>
        PersonLine.Read(text) is { } person
            ? person with
            {
                Lines = line.Span,
                Presence =
                    person.Presence
                    ?? (
                        line.Ticked == false ? Presence.Absent
                        : line.Ticked is true ? Presence.Present
                        : null
                    ),
            }
            : null;

    /// <summary>Cuts at commas, semicolons and "and" outside brackets.</summary>
    private static List<Inline> Pieces(Inline text)
    {
        var pieces = new List<Inline>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Text.Length; i++)
        {
            depth +=
                text.Text[i] is '(' or '[' ? 1
                : text.Text[i] is ')' or ']' ? -1
                : 0;
            var and =
                depth == 0 && text.Text.AsSpan(i).StartsWith(" and ") ? 5
                : depth == 0 && text.Text.AsSpan(i).StartsWith(" & ") ? 3
                : 0;
            if (and == 0 && (depth != 0 || text.Text[i] is not (',' or ';')))
                continue;
            pieces.Add(text.Slice(start, i));
            start = i + Math.Max(and, 1);
            i = start - 1;
        }
        pieces.Add(text.From(start));
        return pieces.FindAll(piece => !piece.IsEmpty);
    }

    private static string WithoutBrackets(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? text[..open].Trim() : text;

    private static IEnumerable<Person> Row(OutlineLine row, Columns? columns)
    {
        var nameCell = columns?.In(row, Column.Name) ?? row.Cells[0];
        var presenceCell =
            columns?.In(row, Column.Presence) ?? (columns is null && row.Cells.Count > 1 ? row.Cells[^1] : null);
        var named = nameCell.Inside.Count > 1 ? nameCell.Inside.Select(line => line.Text) : [nameCell.Text];
        foreach (var text in named)
            if (PersonLine.Read(text) is { } person)
                yield return person with
                {
                    Lines = row.Span,
                    Presence =
                        person.Presence ?? (presenceCell is null ? null : PresenceWord.Read(presenceCell.Text.Text)),
                    Affiliation = columns?.Words(row, Column.Affiliation) ?? person.Affiliation ?? Second(row, columns),
                    Role = columns?.Words(row, Column.Role) ?? person.Role,
                    Email = columns?.Words(row, Column.Email) ?? person.Email,
                    Handle = columns?.Words(row, Column.Handle) ?? person.Handle,
                };
    }

    /// <summary>A table without a head: name, employer, perhaps presence.</summary>
    private static string? Second(OutlineLine row, Columns? columns) =>
        columns is null
        && row.Cells.Count > 1
        && row.Cells[1].Text.Text is { Length: > 0 } words
        && PresenceWord.Read(words) is null
            ? words
            : null;

    /// <summary>A word in small letters in brackets is a nickname, unless the list uses it twice, as it does with employers.</summary>
    private static List<(OutlineLine, Person)> WithoutNicknames(List<(OutlineLine Line, Person Person)> people)
    {
        var employers = people
            .Select(each => each.Person.Affiliation)
            .OfType<string>()
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. people.Select(each =>
                each.Person.IsNicknamePossible && !employers.Contains(each.Person.Affiliation ?? "")
                    ? (
                        each.Line,
                        each.Person with
                        {
                            Affiliation = null,
                            Handle = each.Person.Handle ?? each.Person.Affiliation,
                        }
                    )
                    : each
            ),
        ];
    }
}
