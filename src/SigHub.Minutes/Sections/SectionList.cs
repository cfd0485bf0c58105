using SigHub.Minutes.Explaining;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// Cuts lines into sections: at headings, at labels ("Present:", "Attendees: Ada, Grace") and at items that name a
/// section and have items below them ("- Next steps"). A heading that says nothing shares the purpose of the one above.
/// </summary>
internal sealed class SectionList
{
    private static readonly SectionKind[] Shared =
    [
        SectionKind.RollCall,
        SectionKind.Regrets,
        SectionKind.Absent,
        SectionKind.Actions,
        SectionKind.CarriedActions,
        SectionKind.Decisions,
        SectionKind.Members,
        SectionKind.Agenda,
        SectionKind.Roadmap,
        SectionKind.Summary,
        SectionKind.Template,
    ];

    private static readonly SectionKind[] InLists =
    [
        SectionKind.RollCall,
        SectionKind.Regrets,
        SectionKind.Absent,
        SectionKind.Actions,
        SectionKind.CarriedActions,
        SectionKind.Decisions,
        SectionKind.Agenda,
        SectionKind.Summary,
        SectionKind.Members,
    ];

    /// <summary>A row of signs below their lines ends these.</summary>
    private static readonly SectionKind[] EndedByRule =
    [
        SectionKind.Actions,
        SectionKind.CarriedActions,
        SectionKind.RollCall,
        SectionKind.Regrets,
        SectionKind.Absent,
        SectionKind.Contents,
    ];

    private static readonly SectionKind[] WithContent =
    [
        SectionKind.RollCall,
        SectionKind.Regrets,
        SectionKind.Absent,
        SectionKind.Agenda,
        SectionKind.NextMeeting,
    ];

    private static readonly Pattern Carried = Pattern.Of(English.CarriedSentence);

    private static readonly Pattern TellsOfMembers = Pattern.Of(English.TellsOfMembers);

    private const int ShortestStory = 60;

    private static readonly Pattern Presence = Pattern.Of(English.Presence);

    private static readonly Pattern TellsOfPeople = Pattern.Of(English.TellsOfPeople);

    private readonly List<Section> sections = [];
    private readonly Stack<(int Level, Section Section)> headings = [];
    private readonly Stack<(int Depth, Section Outer)> items = [];
    private MinutesTable? table;
    private Section current = new(SectionKind.Unknown, null, null);

    public static IReadOnlyList<Section> Of(IReadOnlyList<OutlineLine> lines)
    {
        var list = new SectionList();
        list.sections.Add(list.current);
        for (var i = 0; i < lines.Count; i++)
        {
            if (list.OpensRollCall(lines, i))
                list.Open(SectionKind.RollCall, lines[i], Inline.Empty, list.current);
            list.Place(lines[i], i + 1 < lines.Count ? lines[i + 1] : null);
        }
        var all = list.sections.ConvertAll(section => IsEmptyRollCall(section) ? section.Unknown() : section);
        Trace.Sections(all);
        return all;
    }

    /// <summary>"Apologies:" with nothing behind it, over the notes: few of the items below it are people.</summary>
    private static bool IsEmptyRollCall(Section section) =>
        section.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent)
        && section.Heading is { Kind: LineKind.Text } label
        && label.Text.Text.EndsWith(':')
        && section.Lines.FindAll(line => line.Depth > 0) is { Count: > 0 } nested
        && (nested.Count(IsSaid) * 2 > nested.Count || !RollCall.IsMostlyPeople(section))
        && RollCall.Read(section).Count(each => each.Line.Depth == 0) * 2
            < section.Lines.Count(line => line.Depth == 0);

    private static bool IsSaid(OutlineLine line) => line.Text.Text is [.., '.' or '?' or '!'];

    private void Place(OutlineLine line, OutlineLine? next)
    {
        if (line.Kind == LineKind.Verbatim)
        {
            if (EndedByRule.Contains(current.Kind) && current.Lines.Count > 0 && IsRule(line))
                CloseAll();
            return;
        }
        if (line.Kind == LineKind.Heading)
        {
            OpenHeading(line);
            return;
        }
        if (
            line.Kind == LineKind.Row
            && current.Kind != SectionKind.Roadmap
            && MinutesTable.Of(line, current.Kind) is { } head
        )
            table = head;
        else if (line.Kind == LineKind.Row && table is not null)
        {
            sections.AddRange(table.Read(line, current));
            return;
        }
        else if (line.Kind != LineKind.Row)
            table = null;
        if (LabelledCell(line) is ({ } named, var people))
        {
            Open(named, line.With(LineKind.Text, people, 0), people, current);
            return;
        }
        if (current.Heading?.Kind == LineKind.Row && line.Kind != LineKind.Row)
            sections.Add(current = new Section(SectionKind.Unknown, null, current.Parent));
        if (current.Is(SectionKind.Unknown, SectionKind.Discussion, SectionKind.Meetings) && IsRollCall(line))
            Open(SectionKind.RollCall, line, Inline.Empty, current);
        if (current.Is(SectionKind.Unknown, SectionKind.Discussion) && IsTaskTable(line))
            Open(SectionKind.Actions, line, Inline.Empty, current);
        if (current.Kind == SectionKind.Agenda && StartsOver(line, current))
            sections.Add(current = new Section(SectionKind.Discussion, null, current.Parent));
        if (IsOver(current, line))
            sections.Add(current = new Section(SectionKind.Unknown, null, current.Parent));
        while (items.TryPeek(out var open) && line.Depth <= open.Depth)
            current = items.Pop().Outer;
        if (MorePeople(line) is { IsEmpty: false } more)
        {
            sections.Add(current = Told(SectionKind.RollCall, line, more, current));
            return;
        }
        if (ToldRollCall.Read(line) is { Count: > 0 } told)
        {
            var outer = current;
            foreach (var (how, names) in told)
                sections.Add(Told(how, line, names, outer));
            sections.Add(current = new Section(outer.Kind, null, outer.Parent));
            return;
        }
        if (Labelled(line, next) is not ({ } kind, var content) || line.Kind == LineKind.Item && !MayOpen(kind, line))
        {
            current.Lines.Add(line);
            return;
        }
        if (line.Kind == LineKind.Item)
            items.Push((IsFlatLabel(line, next) ? line.Depth - 1 : line.Depth, current));
        else if (line.Depth > 0)
            items.Push((line.Depth - 1, current));
        Open(kind, line, content, headings.TryPeek(out var heading) ? heading.Section : null, next);
    }

    /// <summary>Where nothing known has come yet, three lines in a row that give a name and an employer.</summary>
    private bool OpensRollCall(IReadOnlyList<OutlineLine> lines, int at) =>
        sections.TrueForAll(section => section.Kind == SectionKind.Unknown)
        && at + 2 < lines.Count
        && NamesAnEmployer(lines[at])
        && NamesAnEmployer(lines[at + 1])
        && NamesAnEmployer(lines[at + 2]);

    private static bool NamesAnEmployer(OutlineLine line) =>
        line is { Kind: LineKind.Text, Text.Text.Length: < 80 }
        && line.Text.Text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
        && Names.IsFullName(line.Text.Text[..comma])
        && char.IsUpper(line.Text.Text[comma + 2])
        && line.Text.Text[^1] is not ('.' or ':');

    /// <summary>"Ada Byron, Acme, wants to learn".</summary>
    private static bool OpensWithName(OutlineLine item) =>
        item.Text.Text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
        && Names.IsFullName(item.Text.Text[..comma]);

    private static bool IsRule(OutlineLine line) =>
        line.Markdown.Trim() is { Length: >= 3 } signs && signs.All(sign => sign is '-' or '*' or '_');

    /// <summary>Headings that group tasks come before any task; below some, a deeper heading is a topic that slipped.</summary>
    private static bool IsNewTopic(Section tasks) =>
        tasks.Is(SectionKind.Actions, SectionKind.CarriedActions) && tasks.Lines.Count > 1;

    private void CloseAll()
    {
        items.Clear();
        headings.Clear();
        sections.Add(current = new Section(SectionKind.Unknown, null, null));
    }

    /// <summary>Among tasks "All attendees: …" is an owner, and an agenda's item about the agenda is an item.</summary>
    private bool MayOpen(SectionKind kind, OutlineLine item) =>
        current.Kind != kind
        && !(item.Ticked is not null && current.Kind == SectionKind.Agenda)
        && (kind != SectionKind.Members || item.Text.Text.EndsWith(':'))
        && !current.Is(SectionKind.Actions, SectionKind.CarriedActions, SectionKind.Decisions);

    private void OpenHeading(OutlineLine line)
    {
        items.Clear();
        while (headings.TryPeek(out var open) && open.Level >= line.Level)
            headings.Pop();
        var parent = headings.TryPeek(out var above) ? above.Section : null;
        var colon = line.Text.Text.IndexOf(':', StringComparison.Ordinal);
        var kind = SectionName.OfHeading(line.Text.Text);
        var content = Inline.Empty;
        if (
            colon > 0
            && colon + 1 < line.Text.Text.Length
            && SectionName.OfLabel(line.Text.Text[..colon]) is var named
            && WithContent.Contains(named)
        )
            (kind, content) = (named, line.Text.From(colon + 1));
        if (kind == SectionKind.Unknown && parent is not null && Shared.Contains(parent.Kind) && !IsNewTopic(parent))
            kind = parent.Kind;
        Open(kind, line, content, parent);
        headings.Push((line.Level, current));
    }

    private void Open(SectionKind kind, OutlineLine heading, Inline content, Section? parent, OutlineLine? next = null)
    {
        current = new Section(kind, heading, parent);
        sections.Add(current);
        if (content.IsEmpty)
            return;
        current.Lines.Add(heading.Part(content));
        if (IsComplete(current, heading, next))
            sections.Add(
                current = new Section(
                    parent?.Kind == SectionKind.RollCall ? SectionKind.RollCall : SectionKind.Unknown,
                    null,
                    parent
                )
            );
    }

    /// <summary>"Others: Ada, Grace" on the line below a roll call.</summary>
    private Inline MorePeople(OutlineLine line) =>
        line.Kind is LineKind.Text or LineKind.Item
        && line.Text.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 30 and var colon
        && SectionName.IsOfMorePeople(line.Text.Text[..colon])
        && sections.FindLast(section => section.Lines.Count > 0) is { } above
        && above.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent)
        && above.Lines[^1].Last + 1 >= line.First
        && RollCall.NamesIn(line.Text.From(colon + 1)) > 0
            ? line.Text.From(colon + 1)
            : Inline.Empty;

    private static Section Told(SectionKind how, OutlineLine line, Inline names, Section outer)
    {
        var section = new Section(how, line, outer);
        section.Lines.Add(line.Part(names));
        return section;
    }

    /// <summary>"Present: Ada, Grace" is a roll call of its own; a list right below "Present: Ada" may go on with it.</summary>
    private static bool IsComplete(Section section, OutlineLine label, OutlineLine? next)
    {
        if (!section.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent))
            return false;
        if (English.Everybody.Contains(Fold.Text(section.Lines[0].Text.Text)))
            return true;
        var named = RollCall.Read(section).Count;
        return named > 1 || named == 1 && !GoesOn(label, next);
    }

    /// <summary>Below a label, a roll call ends with the first paragraph that names nobody, or where numbers follow bullets.</summary>
    private static bool IsOver(Section section, OutlineLine line) =>
        section.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent)
            && section is { Heading.Kind: LineKind.Heading, Lines: [{ Kind: LineKind.Item }, ..] }
            && IsStory(line)
        || section.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent)
            && section is { Heading.Kind: LineKind.Text, Lines: [.., var last] }
            && line.First > last.Last + 1
            && (
                line.Kind == LineKind.Text && line.Text.Text.Any(char.IsLetter) && RollCall.NamesIn(line.Text) == 0
                || line is { Kind: LineKind.Item, Depth: 0, IsNumbered: true } && !section.Lines[0].IsNumbered
            );

    /// <summary>Below the items under a heading, a paragraph that tells of something else than who was there.</summary>
    private static bool IsStory(OutlineLine line) =>
        line is { Kind: LineKind.Text, Depth: 0, Text.Text: { Length: > ShortestStory } text }
        && text[^1] is '.' or ':'
        && (!Presence.IsMatch(text) || DecisionLine.Reports(text))
        && RollCall.NamesIn(line.Text) == 0;

    private static bool GoesOn(OutlineLine label, OutlineLine? next) =>
        next is not null
        && next.First == label.Last + 1
        && (next.Kind == LineKind.Item || next.Kind == LineKind.Text && Names.IsFullName(next.Text.Text));

    /// <summary>A table of names with employers or presence needs no heading.</summary>
    private static bool IsRollCall(OutlineLine row) =>
        Columns.Of(row) is { } columns
        && columns.Has(Column.Name)
        && !columns.Has(Column.Task)
        && (columns.Has(Column.Affiliation) || columns.Has(Column.Presence) || columns.Has(Column.Email));

    /// <summary>A table that says by when somebody does something needs no heading either.</summary>
    private static bool IsTaskTable(OutlineLine row) =>
        Columns.Of(row) is { } columns
        && columns.Has(Column.Due)
        && (columns.Has(Column.Owner) || columns.Has(Column.Name))
        && !columns.Has(Column.Affiliation);

    /// <summary>Below an agenda the same numbers again head what was said.</summary>
    private static bool StartsOver(OutlineLine line, Section agenda) =>
        IsFirst(line)
        && agenda.Lines.FindLast(each => each.IsNumbered && each.Depth == 0) is { } before
        && !IsFirst(before);

    private static bool IsFirst(OutlineLine line) =>
        line is { Kind: LineKind.Item, Depth: 0, IsNumbered: true }
        && line.Markdown.TrimStart() is ['1', '.' or ')', ..];

    /// <summary>A table of labels and values: "| Attendees | Ada, Grace |".</summary>
    private static (SectionKind? Kind, Inline Content) LabelledCell(OutlineLine row) =>
        row is { Kind: LineKind.Row, IsTableHead: false, Cells: [var label, { Text.IsEmpty: false } value] }
        && SectionName.OfLabel(label.Text.Text.TrimEnd(':', ' '))
            is SectionKind.RollCall
                or SectionKind.Regrets
                or SectionKind.Absent
        && PresenceWord.Read(value.Text.Text) is null
            ? (SectionName.OfLabel(label.Text.Text.TrimEnd(':', ' ')), value.Text)
            : (null, Inline.Empty);

    /// <summary>"* **Attendees**" over items that are nested no deeper.</summary>
    private static bool IsFlatLabel(OutlineLine line, OutlineLine? next) =>
        line.Kind == LineKind.Item
        && next is { Kind: LineKind.Item }
        && next.Depth == line.Depth
        && line.Text.Wholly(MarkKind.Bold);

    private static SectionKind OfList(string label) =>
        SectionName.OfHeading(label) is var kind && kind != SectionKind.Unknown
            ? kind
            : SectionName.OfLabel(label[..^1]);

    /// <summary>"Please sign in below. Roll call:" is a label behind a sentence.</summary>
    private static string LastSentence(string text) =>
        text.AsSpan(0, Math.Max(0, text.Length - 1)).LastIndexOfAny('.', '!', '?') is > 0 and var stop
        && text[stop + 1] == ' '
            ? text[(stop + 2)..]
            : text;

    private static (SectionKind? Kind, Inline Content) Labelled(OutlineLine line, OutlineLine? next)
    {
        var text = line.Text.Text;
        if (line.Kind == LineKind.Text && next?.Kind == LineKind.Item && Carried.IsMatch(text))
            return (SectionKind.CarriedActions, Inline.Empty);
        if (
            line.Kind == LineKind.Text
            && next is { Kind: LineKind.Item }
            && TellsOfPeople.IsMatch(text)
            && OpensWithName(next)
        )
            return (SectionKind.RollCall, Inline.Empty);
        if (line.Kind == LineKind.Text && next is { Kind: LineKind.Item } && TellsOfMembers.IsMatch(text))
            return (SectionKind.Members, Inline.Empty);
        var endsWithColon = text.EndsWith(':');
        var colon = endsWithColon ? text.Length - 1 : text.IndexOf(':', StringComparison.Ordinal);
        var kind =
            endsWithColon && line.Kind == LineKind.Text && next?.Kind == LineKind.Item
                ? SectionName.OfHeading(LastSentence(text))
            : endsWithColon && (line.Kind == LineKind.Text || next?.Depth > line.Depth) ? OfList(text)
            : colon < 0 && line.Kind == LineKind.Text && next?.Kind == LineKind.Text ? SectionName.OfWhole(text)
            : SectionName.OfLabel(colon > 0 ? text[..colon] : text);
        if (kind == SectionKind.Unknown || line.Kind == LineKind.Row || text.EndsWith('?'))
            return (null, Inline.Empty);
        if (colon > 0 && colon < text.Length - 1)
            return
                WithContent.Contains(kind)
                && !(SectionName.IsOfMorePeople(text[..colon]) && RollCall.NamesIn(line.Text.From(colon + 1)) == 0)
                ? (kind, line.Text.From(colon + 1))
                : (null, Inline.Empty);
        var hasList =
            line.Kind == LineKind.Item
                ? next is { Kind: LineKind.Item or LineKind.Row }
                    && (next.Depth > line.Depth || IsFlatLabel(line, next))
                : next is { Kind: LineKind.Item or LineKind.Row or LineKind.Text };
        var isLabel = line.Kind == LineKind.Item ? hasList && InLists.Contains(kind) : colon > 0 || hasList;
        return isLabel ? (kind, Inline.Empty) : (null, Inline.Empty);
    }
}
