using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>Reads the people a section lists: items, comma lines, or a table.</summary>
internal static class RollCall
{
    private const int LongestPiece = 120;

    /// <summary>"* indicates attending".</summary>
    private static readonly Pattern Starred = Pattern.Of(
        @"\* ?[""”']? (?:indicates|denotes|means|marks|=) (?:attending|attendance|attended|present|presence)"
    );
    private static readonly Pattern Spaced = Pattern.Of(
        @"^\s*(?<nick>[\w.|^`\[\]-]{2,30})(?: {2,}|\t+) *(?<name>\S[^\t]{0,50}?)\s*$"
    );
    private static readonly Pattern Seat = Pattern.Of(Vocabulary.Role);

    public static IReadOnlyList<(OutlineLine Line, Person Person)> Read(Section section)
    {
        var people = new List<(OutlineLine Line, Person Person)>();
        Columns? columns = null;
        var itemCount = section.Items.Count();
        var byEmployer = section.Lines.Count(line => EmployerOf(line) is not null) > 1;
        var withEmployer = AreWithEmployer(section);
        var small = AreInSmallLetters(section);
        var spaced = AreNicksAndNames(section);
        var starred = section.Lines.Exists(line => Starred.IsMatch(line.Text.Text));
        foreach (var line in section.Lines)
        {
            if (line.Kind == LineKind.Row && columns is null && Columns.Of(line) is { } head)
                columns = head;
            else if (line.Kind == LineKind.Row)
                people.AddRange(Row(line, columns).Select(person => (line, person)));
            else
                people.AddRange(
                    (
                        byEmployer && EmployerOf(line) is { } employer ? Colleagues(line, employer, starred)
                        : withEmployer ? OnePerson(line)
                        : spaced ? NickAndName(line)
                        : small ? InSmallLetters(line)
                        : Line(line, itemCount)
                    ).Select(person => (line, person))
                );
        }
        people.AddRange(WithoutDash(section, people));
        WithoutDash(people);
        WithoutWord(people);
        WithoutOfficersAgain(people);
        return WithoutNicknames([.. people.OrderBy(each => each.Line.First)]);
    }

    private static void WithoutDash(List<(OutlineLine Line, Person Person)> people)
    {
        var employers = people.Select(each => each.Person.Affiliation).OfType<string>().ToHashSet();
        for (var i = 0; i < people.Count; i++)
            if (
                people[i].Person is { Affiliation: null, Name: var name } person
                && EndOf(name, employers) is { } employer
            )
                people[i] = (
                    people[i].Line,
                    person with
                    {
                        Name = name[..^employer.Length].TrimEnd(),
                        Affiliation = employer,
                    }
                );
    }

    /// <summary>"Note taker: Ada" below "Ada Byron" says what she does, and names nobody else.</summary>
    private static void WithoutOfficersAgain(List<(OutlineLine Line, Person Person)> people)
    {
        var firstNames = people
            .Select(each => each.Person.Name.Split(' '))
            .Where(words => words.Length > 1)
            .Select(words => words[0])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        people.RemoveAll(each =>
            each.Person.Role is not null
            && firstNames.Contains(each.Person.Name)
            && each.Line.Text.Text.EndsWith($": {each.Person.Name}", StringComparison.Ordinal)
        );
    }

    /// <summary>"Ada Byron -" was not there where others have "Grace Hill - present".</summary>
    private static void WithoutWord(List<(OutlineLine Line, Person Person)> people)
    {
        if (!people.Exists(each => each.Person.Presence == Presence.Present && each.Line.Ticked is null))
            return;
        for (var i = 0; i < people.Count; i++)
            if (people[i].Person.Presence is null && people[i].Line.Text.Text.TrimEnd() is [.., ' ', '-' or '–' or '—'])
                people[i] = (people[i].Line, people[i].Person with { Presence = Presence.Absent });
    }

    /// <summary>"Ada Byron Acme" in a list that gives others as "Grace Hill - Acme".</summary>
    private static List<(OutlineLine, Person)> WithoutDash(
        Section section,
        List<(OutlineLine Line, Person Person)> people
    )
    {
        var named = people.Select(each => each.Line).ToHashSet();
        var employers = people.Select(each => each.Person.Affiliation).OfType<string>().ToHashSet();
        return
        [
            .. section
                .Items.Where(line => !named.Contains(line))
                .Select(line => (line, Employer: EndOf(line.Text.Text, employers)))
                .Where(each => each.Employer is not null)
                .Select(each =>
                    (
                        each.line,
                        Person(each.line, each.line.Text.Slice(0, each.line.Text.Text.Length - each.Employer!.Length)),
                        each.Employer
                    )
                )
                .Where(each => each.Item2 is not null)
                .Select(each => (each.line, each.Item2! with { Affiliation = each.Employer })),
        ];
    }

    private static string? EndOf(string text, HashSet<string> employers) =>
        employers.FirstOrDefault(each =>
            text.EndsWith(" " + each, StringComparison.Ordinal) && Names.IsFullName(text[..^each.Length])
        );

    /// <summary>"Acme: Ada Byron, Grace Hill": whose people these are, where several lines of a list say so.</summary>
    private static string? EmployerOf(OutlineLine line) => BoldEmployer(line) ?? LabelledEmployer(line);

    /// <summary>"<b>Acme</b> - Ada Byron / Grace Hill".</summary>
    private static string? BoldEmployer(OutlineLine line) =>
        line.Kind == LineKind.Item
        && line.Text.Marks.FirstOrDefault(mark => mark is { Kind: MarkKind.Bold, Start: 0 }) is { End: > 0 } bold
        && line.Text.Text.AsSpan(bold.End).StartsWith(" - ")
        && Employed(line.Text.From(bold.End + 3)) is { Count: > 0 } named
        && named.TrueForAll(piece => Names.IsFullName(BracketsAside(piece.Text.TrimEnd(' ', '*'))))
            ? line.Text.Under(bold)
            : null;

    /// <summary>The people of one employer, between commas or slashes.</summary>
    private static List<Inline> Employed(Inline text)
    {
        var people = new List<Inline>();
        foreach (var piece in Pieces(text))
        {
            var start = 0;
            for (var slash = Slash(piece, 0); slash > 0; slash = Slash(piece, start))
            {
                people.Add(piece.Slice(start, slash));
                start = slash + 3;
            }
            people.Add(piece.From(start));
        }
        return people;
    }

    private static int Slash(Inline text, int from) => text.Text.IndexOf(" / ", from, StringComparison.Ordinal);

    private static string? LabelledEmployer(OutlineLine line) =>
        line.Kind is LineKind.Item or LineKind.Text
        && line.Text.Text.IndexOf(": ", StringComparison.Ordinal) is > 1 and < 30 and var colon
        && line.Text.Text[..colon] is var label
        && char.IsUpper(label[0])
        && !Seat.IsMatch(label)
        && GroupName.KindOf(label) is null
        && !label
            .Split(' ')
            .Any(word =>
                Vocabulary.NotPeople.Contains(word)
                || English.Collectives.Contains(word)
                || English.PeopleLabels.Contains(word)
            )
        && PresenceWord.Read(line.Text.Text[(colon + 2)..].Trim()) is null
        && Pieces(line.Text.From(colon + 1)) is { Count: > 0 } named
        && named.TrueForAll(piece => Names.IsFullName(WithoutBrackets(piece.Text)))
        && !(named is [var one] && Employment.IsAbbreviation(label, WithoutBrackets(one.Text)))
            ? label
            : null;

    /// <summary>"Ada Byron, Acme" in a paragraph each: at most of them the second is nobody's name.</summary>
    private static bool AreWithEmployer(Section section) =>
        section.Lines.Count > 1
        && section.Lines.TrueForAll(line => line.Kind == LineKind.Text && line.Text.Text.Length < LongestPiece)
        && section.Lines.ConvertAll(line => Pieces(line.Text)) is var lines
        && lines.TrueForAll(pieces => pieces.Count == 2 && Names.IsFullName(pieces[0].Text))
        && lines.Exists(pieces => !Names.IsFullName(pieces[1].Text));

    /// <summary>"  adab      Ada Byron": a nick and, some spaces on, whose it is, in each line.</summary>
    private static bool AreNicksAndNames(Section section) =>
        section.Lines.Count > 1
        && section.Lines.TrueForAll(line => line.Kind == LineKind.Text && Spaced.IsMatch(line.Markdown));

    private static IEnumerable<Person> NickAndName(OutlineLine line) =>
        Spaced.Match(line.Markdown) is { Success: true } match
        && match.Groups["name"].Value is var name
        && (PersonLine.IsPerson(name) || name == match.Groups["nick"].Value)
            ? [new Person(name) { Handle = match.Groups["nick"].Value, Lines = line.Span }]
            : [];

    /// <summary>Whether most of a list's entries are names without capitals, as chats have them.</summary>
    private static bool AreInSmallLetters(Section section)
    {
        var entries = section
            .Lines.Where(line => line.Kind is LineKind.Item or LineKind.Text && line.Text.Text.Length < 1000)
            .SelectMany(line => Pieces(line.Text))
            .Select(piece => WithoutBrackets(piece.Text))
            .ToList();
        return entries.Count(PersonLine.IsInSmallLetters) is > 1 and var count && count * 2 > entries.Count;
    }

    private static IEnumerable<Person> OnePerson(OutlineLine line) =>
        Person(line, line.Text) is { } person ? [person] : [];

    private static IEnumerable<Person> InSmallLetters(OutlineLine line) =>
        Pieces(line.Text)
            .Select(piece => PersonLine.Read(piece, inSmallLetters: true))
            .OfType<Person>()
            .Select(person => person with { Lines = line.Span });

    private static IEnumerable<Person> Colleagues(OutlineLine line, string employer, bool starred) =>
        Employed(line.Text.From(employer.Length + (line.Text.Text[employer.Length] == ':' ? 1 : 3)))
            .Select(piece => (IsThere: piece.Text.EndsWith('*'), Person: Person(line, WithoutStar(piece))))
            .Where(each => each.Person is not null)
            .Select(each =>
                each.Person! with
                {
                    Affiliation = each.Person.IsBracketed ? employer : each.Person.Affiliation ?? employer,
                    Presence = starred && !each.IsThere ? Presence.Absent : each.Person.Presence,
                }
            );

    private static Inline WithoutStar(Inline text) =>
        text.Text.EndsWith('*') ? text.Slice(0, text.Text.Length - 1) : text;

    /// <summary>How many people a stretch of text names, if it names nothing but people.</summary>
    public static int NamesIn(Inline text)
    {
        var pieces = Pieces(text).FindAll(piece => !IsSeat(piece));
        return pieces.Count(piece => PersonLine.Read(piece) is not null) is var people && people * 2 > pieces.Count
            ? people
            : 0;
    }

    /// <summary>Whether most lines of a section name somebody, so that "Members" is who came and no topic.</summary>
    public static bool IsMostlyPeople(Section section)
    {
        var naming = Read(section).Select(each => each.Line).ToHashSet();
        return naming.Count * 2 >= section.Lines.Count(line => line.Text.Text.Any(char.IsLetter));
    }

    /// <summary>A list of nothing but names, two of which speak or act in the lines below: who came, whatever its heading.</summary>
    public static bool NamesSpeakers(Section section, IEnumerable<OutlineLine> lines)
    {
        if (
            section.Lines.Count < 3
            || !section.Lines.TrueForAll(line => line is { Kind: LineKind.Item, Depth: 0, Text.Text.Length: < 60 })
        )
            return false;
        var people = Read(section).Select(each => each.Person.Name).ToList();
        if (people.Count < section.Lines.Count)
            return false;
        var speakers = Speakers.In(lines.Select(line => line.Text.Text));
        return people.Count(name => speakers.Contains(name) || speakers.Contains(name.Split(' ')[0])) > 1;
    }

    /// <summary>One item names one person; a single line, or one with many commas, names several.</summary>
    private static IEnumerable<Person> Line(OutlineLine line, int itemCount)
    {
        if (line.Text.Text.EndsWith(':'))
            return [];
        var words = WithoutRemark(WithoutLabel(line.Text));
        var isList = line.Kind == LineKind.Text || itemCount == 1 || WithoutLabel(line.Text) != line.Text;
        var pieces = IsOneBySlash(words) ? [words] : Pieces(words);
        if (pieces.Exists(piece => piece.Text.Length > LongestPiece))
            return [];
        if (pieces.Count > 1 && pieces.TrueForAll(IsBracketed))
            return pieces.Select(piece => Person(line, piece)).OfType<Person>();
        if (line.Kind == LineKind.Item && pieces is [var name, var employer])
            isList &= !(Names.IsFullName(name.Text) && !employer.Text.Contains(' ', StringComparison.Ordinal));
        if (
            line.Kind == LineKind.Text
            && itemCount > 0
            && !pieces.TrueForAll(piece => PersonLine.Read(piece) is not null)
        )
            return [];
        if (
            pieces is [_, var second]
            && PersonLine.Read(second) is null
            && Person(line, line.Text) is { Affiliation: not null } employed
        )
            return [employed];
        if (!isList && OfOneEmployer(line, pieces) is { Count: > 0 } colleagues)
            return colleagues;
        if (
            isList && pieces.Count > 1
            || pieces.Count > 3 && pieces.TrueForAll(piece => Names.IsFullName(WithoutBrackets(piece.Text)))
        )
            return pieces.Where(piece => !IsSeat(piece)).Select(piece => Person(line, piece)).OfType<Person>();
        if (line.Kind == LineKind.Text && !Names.IsName(WithoutBrackets(line.Text.Text)) && line.Text.Text.Length > 60)
            return [];
        return Person(line, line.Text) is { } person ? [person] : [];
    }

    /// <summary>"Staff: @Ada Byron @Grace Hill": a label no section is called by.</summary>
    private static Inline WithoutLabel(Inline text) =>
        text.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 40 and var colon
        && !Names.IsFullName(text.Text[..colon])
        && Pieces(text.From(colon + 1)) is { Count: > 1 } pieces
        && pieces.TrueForAll(piece => PersonLine.Read(piece) is not null)
            ? text.From(colon + 1)
            : text;

    /// <summary>"Ada Byron, Executive Director, Grace Hill, Treasurer": seats between the names.</summary>
    private static bool IsSeat(Inline piece) =>
        Seat.IsMatch(piece.Text) && piece.Text.IndexOfAny(['(', '[', '@', ':']) < 0;

    /// <summary>"Ada Byron (Acme) / Chair, Widgets and Gadgets": what a slash sets off belongs to the one before it.</summary>
    private static bool IsOneBySlash(Inline text) =>
        text.Text.IndexOf(") / ", StringComparison.Ordinal) is > 0 and var slash
        && text.Text.LastIndexOf(" / ", StringComparison.Ordinal) == slash + 1
        && Pieces(text.Slice(0, slash + 1)).Count == 1;

    /// <summary>"…, Tim Moss. A quorum was present.": a sentence behind the names.</summary>
    private static Inline WithoutRemark(Inline text) =>
        text.Text.LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var stop
        && text.Text[(stop + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 2 } words
        && !text.Text.AsSpan(stop).Contains(',')
        && words.Count(word => char.IsLower(word[0])) * 2 > words.Length
            ? text.Slice(0, stop + 1)
            : text;

    /// <summary>"Ada Byron, Grace Hill (Acme)": the employer behind the last is that of all.</summary>
    private static List<Person> OfOneEmployer(OutlineLine line, List<Inline> pieces) =>
        pieces.Count > 1
        && PersonLine.Read(pieces[^1]) is { Affiliation: { } employer } last
        && (last.IsBracketed || pieces.Count > 2 || pieces[^1].Text.Contains(" - ", StringComparison.Ordinal))
        && Names.IsFullName(last.Name)
        && pieces.Take(pieces.Count - 1).All(piece => Names.IsFullName(piece.Text))
            ?
            [
                .. pieces
                    .Select(piece => Person(line, piece))
                    .OfType<Person>()
                    .Select(each => each with { Affiliation = employer }),
            ]
            : [];

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
        var mentions = MentionsIn(text);
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
            var mention =
                depth == 0
                && (mentions.Contains(i) || IsNextMention(text.Text, start, i) || IsNextBracketed(text, start, i));
            if (and == 0 && !mention && (depth != 0 || text.Text[i] is not (',' or ';')))
                continue;
            pieces.Add(text.Slice(start, i));
            start = i + Math.Max(and, 1);
            i = start - 1;
        }
        pieces.Add(text.From(start));
        return pieces.FindAll(piece => !piece.IsEmpty);
    }

    /// <summary>Where, between two addresses with names on them, no more than a space stands: "[Ada](mailto:…) [Grace](mailto:…)".</summary>
    private static HashSet<int> MentionsIn(Inline text)
    {
        var people = text
            .Links.Where(link => link.Url?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true)
            .ToList();
        return
        [
            .. people
                .Zip(people.Skip(1))
                .Where(pair => pair.First.End + 1 == pair.Second.Start && text.Text[pair.First.End] == ' ')
                .Select(pair => pair.First.End),
        ];
    }

    /// <summary>"@Ada Byron @Grace Hill" are two.</summary>
    private static bool IsNextMention(string text, int start, int at) =>
        text[at] == ' ' && at + 1 < text.Length && text[at + 1] == '@' && Names.IsMention(text[start..at].TrimStart());

    /// <summary>"Ada Byron (Acme) Grace Hill (Initech)" are two.</summary>
    private static bool IsNextBracketed(Inline text, int start, int at) =>
        at > 0
        && text.Text[at] == ' '
        && text.Text[at - 1] == ')'
        && IsBracketed(text.Slice(start, at))
        && text.Text.IndexOf('(', at) is > 0 and var open
        && Names.IsFullName(text.Text[at..open]);

    private static bool IsBracketed(Inline piece) =>
        piece.Text.EndsWith(')') && Names.IsFullName(WithoutBrackets(piece.Text));

    private static string WithoutBrackets(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open ? text[..open].Trim() : text;

    /// <summary>"Grace (Bex) Hill" without what stands in brackets.</summary>
    private static string BracketsAside(string text) =>
        text.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && text.IndexOf(')', open) is > 0 and var close
            ? $"{text[..open].TrimEnd()} {text[(close + 1)..].TrimStart()}".Trim()
            : text;

    /// <summary>"Ada (Bex)".</summary>
    private static Person MayBeNicknamed(Person person) =>
        !person.Name.Contains(' ', StringComparison.Ordinal)
        && person.IsBracketed
        && person.Affiliation is { } word
        && Names.IsName(word)
        && !word.All(char.IsUpper)
        && !word.Contains(' ', StringComparison.Ordinal)
            ? person with
            {
                IsNicknamePossible = true,
            }
            : person;

    private static IEnumerable<Person> Row(OutlineLine row, Columns? columns)
    {
        var nameCell = columns?.In(row, Column.Name) ?? row.Cells[0];
        var presenceCell =
            columns?.In(row, Column.Presence)
            ?? columns?.In(row, Column.Status)
            ?? (
                columns is { IsFirstUnnamed: true } ? row.Cells[0]
                : columns is null && row.Cells.Count > 1 ? row.Cells[^1]
                : null
            );
        var named =
            nameCell.Inside.Count > 1 ? nameCell.Inside.Select(line => line.Text) : [FirstNameFirst(nameCell.Text)];
        foreach (var text in named)
            if (PersonLine.Read(text) is { } person)
                yield return person with
                {
                    Lines = row.Span,
                    Presence =
                        person.Presence ?? (presenceCell is null ? null : PresenceWord.Read(presenceCell.Text.Text)),
                    Affiliation = Employer(row, columns) ?? person.Affiliation ?? Second(row, columns),
                    Role = columns?.Words(row, Column.Role) ?? person.Role,
                    Email = columns?.Words(row, Column.Email) ?? person.Email,
                    Handle = columns?.Words(row, Column.Handle) ?? person.Handle,
                };
    }

    /// <summary>"Byron, Ada" in a column of names.</summary>
    private static Inline FirstNameFirst(Inline name) =>
        name.Text.Split(',', StringSplitOptions.TrimEntries) is [var last, var first]
        && last.Split(' ') is [.. var particles, var surname]
        && particles.All(Names.IsParticle)
        && Names.IsName(surname)
        && Names.IsName(first)
            ? new Inline($"{first} {last}", [])
            : name;

    /// <summary>"Elected Committer Representative" is a seat, not an employer.</summary>
    private static string? Employer(OutlineLine row, Columns? columns) =>
        columns?.Words(row, Column.Affiliation) is { } words && !Employment.IsSeat(words) ? words : null;

    /// <summary>A table without a head: name, employer, perhaps presence.</summary>
    private static string? Second(OutlineLine row, Columns? columns) =>
        columns is null
        && row.Cells.Count > 1
        && row.Cells[1].Text.Text is { Length: > 0 } words
        && PresenceWord.Read(words) is null
            ? words
            : null;

    /// <summary>
    /// A word in small letters in brackets is a nickname, unless the list uses it twice, or mostly has employers there; behind
    /// a first name alone any word may be one, where few others have an employer.
    /// </summary>
    private static List<(OutlineLine, Person)> WithoutNicknames(List<(OutlineLine Line, Person Person)> people)
    {
        if (people.Count(each => each.Person.Affiliation is not null) * 2 < people.Count)
            people = people.ConvertAll(each => (each.Line, MayBeNicknamed(each.Person)));
        var small = people.Count(each => each.Person.IsNicknamePossible);
        if (people.Count(each => each.Person is { Affiliation: not null, IsNicknamePossible: false }) >= 3 * small)
            return people;
        var employers = people
            .Select(each => each.Person.Affiliation)
            .OfType<string>()
            .Select(name => name.Split('/')[0])
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
