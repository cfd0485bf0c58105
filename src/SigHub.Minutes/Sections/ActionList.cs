using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// The tasks of one part: what stands under a heading for them, and what is marked as one elsewhere. What is nested
/// under a task is a note on it; what is nested under a name is that person's tasks.
/// </summary>
internal sealed class ActionList(Part part, Context context, Excerpt excerpt)
{
    private const double Sure = 0.98;
    private const double Ownerless = 0.9;
    private const double Guess = 0.5;
    private const int LongestState = 40;

    private static readonly Pattern StateLine = Pattern.Of(English.StateLine);
    private static readonly Pattern OwnerLine = Pattern.Of(English.OwnerLine);
    private static readonly Pattern DueLine = Pattern.Of(English.DueLine);
    private static readonly Pattern Chat = Pattern.Of(@"^<[^<>\s]{1,30}> ");
    private static readonly Pattern Tracked = Pattern.Of(English.Tracked);
    private static readonly Pattern MeetingToCome = Pattern.Of(English.MeetingToCome);

    private readonly List<ReadAction> listed = [];
    private readonly List<ReadAction> marked = [];

    /// <summary>Where each of the marked stands: they are taken out of the notes once it is known which count.</summary>
    private readonly List<List<OutlineLine>> places = [];

    /// <summary>What the label or heading above says of all tasks below it.</summary>
    private ActionStatus? standing;

    public IReadOnlyList<ReadAction> Read()
    {
        foreach (var section in part.Sections)
            if (IsTaskList(section))
                Tasks(section);
            else if (!section.Is(SectionKind.Summary, SectionKind.Template, SectionKind.RollCall, SectionKind.Members))
                Marked(section);
            else if (section.Is(SectionKind.RollCall, SectionKind.Members))
                foreach (var line in section.Lines.Where(line => ActionLine.IsMarked(line.Text.Text)))
                    Add(marked, line, [], Origin.Explicit, null);
        var first = marked.Find(action => action.Origin == Origin.Explicit);
        foreach (var section in part.Sections.Where(IsSummaryOfAll))
            if (listed.Count == 0 && first is null || section.Heading!.First < first?.Lines.First)
                Tasks(section);
        return [.. listed.Concat(Unlisted()).OrderBy(action => action.Lines.First)];
    }

    /// <summary>
    /// "Summary of action items" above the text has them first; below it repeats those of the text, where it has any; by
    /// person it repeats them anyway.
    /// </summary>
    private static bool IsSummaryOfAll(Section section) =>
        section.Kind == SectionKind.Summary && Fold.Words(section.Title) is ["summary", ..];

    /// <summary>A task marked in the notes that a list has, too, is one task: the list's.</summary>
    private List<ReadAction> Unlisted()
    {
        var texts = listed.Select(action => Fold.Text(action.Text)).ToHashSet(StringComparer.Ordinal);
        var unlisted = new List<ReadAction>();
        foreach (var (action, lines) in marked.Zip(places))
        {
            if (action.Origin == Origin.Explicit && texts.Contains(Fold.Text(action.Text)))
                continue;
            unlisted.Add(action);
            if (action.Origin == Origin.Explicit)
                lines.ForEach(excerpt.Take);
        }
        return unlisted;
    }

    private bool IsTaskList(Section section) =>
        section.Is(SectionKind.Actions, SectionKind.CarriedActions)
        || part.IsCarried && !section.Is(SectionKind.RollCall, SectionKind.Agenda, SectionKind.Discussion)
        || section.Is(SectionKind.FollowUps, SectionKind.OldBusiness) && LooksLikeTasks(section)
        || section is { Kind: SectionKind.Unknown, Parent: { } above }
            && above.Is(SectionKind.Actions, SectionKind.CarriedActions)
            && LooksLikeTasks(section);

    /// <summary>"Follow ups" are topics or tasks; they are tasks when most of them have an owner's promise or a state.</summary>
    private bool LooksLikeTasks(Section section)
    {
        var outermost = section
            .Lines.Where(line => line.Kind is LineKind.Item or LineKind.Text && line.Depth == 0)
            .ToList();
        return outermost.Count > 0
            && outermost.Count(item =>
                item.Ticked is not null
                || (context.Ownership.Promise(item.Text.Text) ?? context.Ownership.PromiseOfAnybody(item.Text.Text))
                    is not null
                || ActionLine.IsMarked(item.Text.Text)
                || context.Ownership.OpensWithOwner(item.Text.Text)
                || context.Ownership.IsToldOf(item.Text.Text)
            ) * 2
                > outermost.Count;
    }

    private void Tasks(Section section)
    {
        var columns = section.Lines.Select(line => Columns.Of(line)).FirstOrDefault(columns => columns is not null);
        var hasItems =
            columns is not null
            || section.Items.Any()
            || section.Lines.Exists(line => ActionLine.IsMarked(line.Text.Text));
        var inherited = context.Ownership.NamesAlone(section.Title);
        standing = State.OfLabel(section.Title);
        for (var i = 0; i < section.Lines.Count; i++)
        {
            var line = section.Lines[i];
            var below = Below(section.Lines, i);
            if (line.Kind == LineKind.Row && columns is null)
                BareRow(line);
            else if (line.Kind == LineKind.Row)
                Row(line, columns);
            else if (DecisionLine.IsMarked(line.Text.Text) || Chat.IsMatch(line.Text.Text))
                continue;
            else if (listed.Count > 0 && StateLine.Match(line.Text.Text) is { Success: true } label)
                AddState(line, line.Text.Text[label.Length..]);
            else if (listed.Count > 0 && line.Depth == 0 && OwnersBelow([line]) is { } named)
                AddOwners(line, named);
            else if (
                line.Kind == LineKind.Text
                && below == 0
                && hasItems
                && context.Ownership.NamesAlone(line.Text.Text) is { } who
            )
                inherited = who;
            else if (line.Kind == LineKind.Text && hasItems && State.OfLabel(line.Text.Text) is { } state)
                standing = state;
            else if (
                line.Kind == LineKind.Text
                && hasItems
                && !ActionLine.IsMarked(line.Text.Text)
                && !OpensWithPromise(line)
            )
                continue;
            else if (below == 0 && MeetingToCome.IsMatch(line.Text.Text) && IsNobodys(line))
                continue;
            else if (below > 0 && State.OfLabel(line.Text.Text) is { } stated)
            {
                standing = stated;
                i = Nested(section.Lines, i, below, inherited);
                standing = null;
            }
            else if (below > 0 && SectionName.OfLabel(line.Text.Text) == SectionKind.NextMeeting)
                i += below;
            else if (below > 0 && HoldsTasks(section.Lines, i, below, out var owners))
                i = Nested(section.Lines, i, below, owners);
            else if (!ActionLine.IsNothing(line.Text.Text) && !IsEmptyLabel(line, below))
            {
                AddWithNotes(line, section.Lines.GetRange(i + 1, below), inherited);
                i += below;
            }
        }
        standing = null;
    }

    /// <summary>"Notes for next meeting:" and nothing below it.</summary>
    private static bool IsEmptyLabel(OutlineLine line, int below) =>
        below == 0 && line.Ticked is null && line.Text.Text.EndsWith(':');

    private bool IsNobodys(OutlineLine line) =>
        ActionLine.Read(line, context.Ownership) is { Owned.Owners.Count: 0, State.Status: ActionStatus.Open };

    private DateOnly? NextMeeting() => context.Schedule.After(part);

    private bool OpensWithPromise(OutlineLine line) =>
        (context.Ownership.Promise(line.Text.Text) ?? context.Ownership.PromiseOfOthers(line.Text.Text)) is not null
        || context.Ownership.IsAtWork(line.Text.Text);

    private static int Below(List<OutlineLine> lines, int at)
    {
        var count = 0;
        while (
            at + count + 1 < lines.Count
            && lines[at + count + 1].Kind != LineKind.Row
            && lines[at + count + 1].Depth > lines[at].Depth
        )
            count++;
        return lines[at].Kind == LineKind.Item ? count : 0;
    }

    /// <summary>An item that is only a name, or a topic over boxes, holds the tasks below it.</summary>
    private bool HoldsTasks(List<OutlineLine> lines, int at, int below, out IReadOnlyList<string>? owners)
    {
        owners = context.Ownership.NamesAlone(lines[at].Text.Text);
        if (owners is null && lines[at].Text.Text.EndsWith(':') && Names.IsFullName(lines[at].Text.Text))
            owners = [Names.Clean(lines[at].Text.Text)];
        return owners is not null
            || lines[at].Ticked is null && lines.GetRange(at + 1, below).Exists(line => line.Ticked is not null);
    }

    private int Nested(List<OutlineLine> lines, int at, int below, IReadOnlyList<string>? owners)
    {
        var end = at + below;
        var depth = lines[at + 1].Depth;
        for (var i = at + 1; i <= end; i++)
        {
            var notes = Math.Min(Below(lines, i), end - i);
            if (lines[i].Depth == depth && !ActionLine.IsNothing(lines[i].Text.Text))
                AddWithNotes(lines[i], lines.GetRange(i + 1, notes), owners);
            i += notes;
        }
        return end;
    }

    /// <summary>A first note that is nothing but "Done" tells the state of what it stands under, a label anywhere does.</summary>
    private static State? StateBelow(List<OutlineLine> below)
    {
        if (below is [{ Text.Text: { Length: < LongestState } note }, ..])
            if (State.Read("x - " + note) is { Status: ActionStatus.Done } done)
                return done;
        return below.Find(note => StateLine.IsMatch(note.Text.Text)) is { } labelled
            ? State.Read("x - " + StateLine.Replace(labelled.Text.Text, ""))
            : null;
    }

    /// <summary>"Owner: Ada" among the notes on a task.</summary>
    private static IReadOnlyList<string>? OwnersBelow(List<OutlineLine> below) =>
        below
            .Select(note => OwnerLine.Match(note.Text.Text))
            .Where(label => label.Success)
            .Select(label => Names.Split(label.Groups["who"].Value))
            .FirstOrDefault(owners => owners.Count > 0 && owners.All(Names.IsName));

    private DateOnly? DueBelow(List<OutlineLine> below) =>
        below.Find(note => DueLine.IsMatch(note.Text.Text)) is { } label
            ? Due.Read("by " + DueLine.Replace(label.Text.Text, ""), part.Date, context.Calendar, NextMeeting)
            : null;

    /// <summary>"[Status: Closed. Reviewed in May.]" below a task.</summary>
    private void AddState(OutlineLine line, string said)
    {
        if (State.Read("x - " + said) is not { } state || listed[^1].Lines.Last >= line.First)
            return;
        listed[^1] = listed[^1] with
        {
            Status = state.Status,
            StatusNote = state.Note,
            Lines = listed[^1].Lines.Through(line.Last),
        };
        excerpt.Take(line);
    }

    /// <summary>"Owner: Ada" right below a task that names nobody.</summary>
    private void AddOwners(OutlineLine line, IReadOnlyList<string> owners)
    {
        if (listed[^1].Owners.Count > 0 || listed[^1].Lines.Last >= line.First)
            return;
        listed[^1] = listed[^1] with
        {
            Owners = context.Resolve(owners, line.Span),
            Lines = listed[^1].Lines.Through(line.Last),
        };
        excerpt.Take(line);
    }

    /// <summary>What is nested is a note, unless it is marked as a task itself.</summary>
    private void AddWithNotes(OutlineLine line, List<OutlineLine> below, IReadOnlyList<string>? owners)
    {
        var tasks = below.FindAll(each => ActionLine.IsMarked(each.Text.Text));
        Add(listed, line, below.FindAll(each => !ActionLine.IsMarked(each.Text.Text)), Origin.Explicit, owners);
        foreach (var task in tasks)
            Add(listed, task, [], Origin.Explicit, null);
    }

    private void Marked(Section section)
    {
        for (var i = 0; i < section.Lines.Count; i++)
        {
            var line = section.Lines[i];
            if (line.Kind == LineKind.Row)
                continue;
            if (ActionLine.IsMarked(line.Text.Text))
                AddEach(
                    line,
                    section
                        .Lines.GetRange(i + 1, Below(section.Lines, i))
                        .FindAll(each => !ActionLine.IsMarked(each.Text.Text))
                );
            else if (marked.Count > 0 && Tracked.Match(line.Text.Text) is { Success: true } tracked)
                AddTracked(line, tracked.Groups["who"].Value, tracked.Groups["due"].Value);
            else if (IsOpenBox(line) && !section.Is(SectionKind.Agenda, SectionKind.NextMeeting))
                Add(marked, line, [], Origin.Implied, null);
            else
                foreach (var sentence in IsPlan(section, line) ? [] : Sentences.Of(line))
                    if (sentence != line && ActionLine.IsMarked(sentence.Text.Text))
                        Add(marked, sentence, [], Origin.Explicit, null);
                    else if (IsPromise(sentence))
                        Add(marked, sentence, [], Origin.Implied, null);
        }
    }

    /// <summary>What a tracker answers to a task right above: whose it is, and until when.</summary>
    private void AddTracked(OutlineLine line, string who, string due)
    {
        if (marked[^1].Origin != Origin.Explicit || marked[^1].Lines.Last + 1 < line.First)
            return;
        marked[^1] = marked[^1] with
        {
            Owners = marked[^1].Owners.Count > 0 ? marked[^1].Owners : context.Resolve([who], line.Span),
            Due = marked[^1].Due ?? Due.Read("by " + due, part.Date, context.Calendar, NextMeeting),
            Lines = marked[^1].Lines.Through(line.Last),
        };
        places[^1].Add(line);
    }

    /// <summary>"ACTION: Ada to write it. Grace to review it.": one mark for the tasks of two.</summary>
    private void AddEach(OutlineLine line, List<OutlineLine> below)
    {
        var sentences = Sentences.Of(line).ToList();
        if (
            sentences.Count < 2
            || !sentences
                .Skip(1)
                .All(each => IsPromise(each) || context.Ownership.PromiseOfAnybody(each.Text.Text) is not null)
        )
            Add(marked, line, below, Origin.Explicit, null);
        else
            foreach (var sentence in sentences)
                Add(marked, sentence, sentence == sentences[^1] ? below : [], Origin.Explicit, null);
    }

    private static bool IsOpenBox(OutlineLine line) =>
        line.Kind == LineKind.Item && line.Ticked == false && !IsAddress(line);

    /// <summary>Who reports on what is the agenda, no promise.</summary>
    private static bool IsPlan(Section section, OutlineLine line) =>
        section.Kind == SectionKind.Agenda && line is { Kind: LineKind.Item, Depth: 0, Text.Text.Length: < 60 };

    private static bool IsAddress(OutlineLine line) =>
        line.Text.Text.StartsWith("http", StringComparison.Ordinal)
        && !line.Text.Text.Contains(' ', StringComparison.Ordinal);

    private bool IsPromise(OutlineLine line) =>
        line.Text.Text.Length < 300
        && (context.Ownership.Promise(line.Text.Text) ?? context.Ownership.PromiseOfOthers(line.Text.Text)) is { } owned
        && !owned.Task.StartsWith("be ", StringComparison.Ordinal);

    /// <summary>A row below no head: a cell of names owns the longest of the others.</summary>
    private void BareRow(OutlineLine row)
    {
        var owner = row.Cells.FirstOrDefault(cell => OwnersIn(cell) is not null);
        var task = row.Cells.Where(cell => cell != owner).MaxBy(cell => cell.Text.Text.Length);
        if (owner is null || task is null || !task.Text.Text.Contains(' ', StringComparison.Ordinal))
            return;
        var rest = row.Cells.Where(cell => cell != owner && cell != task).Select(cell => cell.Text.Text).ToList();
        var state = rest.Select(said => State.Read("x - " + said)).FirstOrDefault(said => said is not null);
        var due = rest.Select(said => Due.Read("by " + said, part.Date, context.Calendar, NextMeeting))
            .FirstOrDefault(day => day is not null);
        listed.Add(
            new ReadAction(
                null,
                Ownership.Trimmed(task.Text.Text),
                context.Resolve(OwnersIn(owner)!, row.Span),
                state?.Status ?? ActionStatus.Open,
                context.StatusAsOf(part),
                state?.Note,
                due,
                [],
                Origin.Explicit,
                Ownerless,
                row.Span
            )
        );
        excerpt.Take(row);
    }

    private IReadOnlyList<string>? OwnersIn(Cell cell) =>
        context.Ownership.NamesAlone(cell.Text.Text)
        ?? (Names.IsFullName(cell.Text.Text) ? Names.Split(cell.Text.Text) : null);

    private void Row(OutlineLine row, Columns? columns)
    {
        if (
            columns?.Task(row) is not { Text.IsEmpty: false } task
            || Columns.Of(row) is not null
            || ActionLine.IsNothing(task.Text.Text)
        )
            return;
        var line = row.With(LineKind.Item, task.Text, 0);
        var (id, state, owned, dated, _, _) = ActionLine.Read(line, context.Ownership);
        if (columns.Words(row, Column.Status) is { } said)
            state = State.Read("x - " + said) is { } column ? column with { Task = state.Task } : state;
        var owners = columns.Owner(row) is { } named
            ? [.. Names.Split(named).Where(name => !English.Placeholders.Contains(name))]
            : owned.Owners;
        var due = columns.Words(row, Column.Due) is { } day
            ? Due.Read("by " + day, part.Date, context.Calendar, NextMeeting)
            : Due.Read(dated, part.Date, context.Calendar, NextMeeting);
        listed.Add(
            new ReadAction(
                id,
                Ownership.Trimmed(owned.Task),
                context.Resolve(owners, row.Span),
                state.Status,
                context.StatusAsOf(part),
                state.Note,
                due,
                [],
                Origin.Explicit,
                Sure,
                row.Span
            )
        );
        excerpt.Take(row);
    }

    private void Add(
        List<ReadAction> actions,
        OutlineLine line,
        List<OutlineLine> below,
        Origin origin,
        IReadOnlyList<string>? inherited
    )
    {
        var (id, state, owned, dated, isStated, isOwned) = ActionLine.Read(line, context.Ownership);
        if (owned.Task.Length == 0 || owned.Owners.Count > 0 && ActionLine.IsNothing(owned.Task))
            return;
        if (!isStated && state is { Status: ActionStatus.Open, Note: null })
            state =
                StateBelow(below)
                ?? (origin == Origin.Explicit && standing is { } all ? state with { Status = all } : state);
        var owners =
            owned.Owners.Count > 0 || isOwned ? owned.Owners
            : OwnersBelow(below) is { } told ? told
            : inherited ?? [];
        var confidence =
            origin == Origin.Implied ? Guess
            : owners.Count > 0 ? Sure
            : Ownerless;
        actions.Add(
            new ReadAction(
                id,
                owned.Task,
                context.Resolve(owners, line.Span),
                state.Status,
                context.StatusAsOf(part),
                state.Note,
                Due.Read(dated, part.Date, context.Calendar, NextMeeting) ?? DueBelow(below),
                [.. below.Select(note => note.Text.ToMarkdown())],
                origin,
                confidence,
                below.Count > 0 && origin == Origin.Explicit ? line.Span.Through(below[^1].Last) : line.Span
            )
        );
        if (actions == marked)
            places.Add([line, .. below]);
        else
            excerpt.Take(line);
        if (actions != marked)
            below.ForEach(excerpt.Take);
    }
}
