using System.Globalization;
using SigHub.Minutes.Lines;

namespace SigHub.Minutes.Writing;

/// <summary>
/// The ways a dialect writes each record, the most natural first. The last puts what the sentence cannot say into fields in
/// square brackets, which every dialect shares.
/// </summary>
internal sealed class Spelling(Dialect dialect)
{
    public Entry Title(ReadMeeting meeting)
    {
        var day = meeting.Date?.ToString(dialect.Day, CultureInfo.InvariantCulture);
        var time = meeting.Time?.ToString("HH:mm", CultureInfo.InvariantCulture);
        var zone = meeting.Zone == "Etc/UTC" ? "UTC" : meeting.Zone;
        var when = Joined(day, time, zone) + (meeting.State is null ? "" : " - cancelled");
        var group = meeting.Group ?? "";
        string[] own = meeting.Title is { Length: > 0 } title ? [title, Joined(title, "-", when)] : [];
        var styled = dialect
            .Title.Replace("{group}", group, StringComparison.Ordinal)
            .Replace("{day}", when, StringComparison.Ordinal);
        var label = group.Length > 0 ? $"\n\nGroup: {PlainText.Of(group)}" : "";
        return new Entry(
            "what the title says of the group, the day and the time",
            [
                .. own.Append(styled)
                    .Append("Meeting " + when)
                    .Select(each => each.Trim())
                    .Where(each => each.Length > 0)
                    .Select(each => "# " + PlainText.Of(each))
                    .SelectMany(each => (string[])[each, each + label])
                    .Distinct(StringComparer.Ordinal),
            ],
            (read, _) =>
                read is { Kind: DocumentKind.Minutes, Meetings: [var first, ..] }
                && first.Group == meeting.Group
                && (first.Date, first.Time, first.Zone, first.State)
                    == (meeting.Date, meeting.Time, meeting.Zone, meeting.State)
        );
    }

    public Entry Attendee(ReadAttendee person, bool asRow)
    {
        var (name, affiliation) = (PlainText.Of(person.Name), PlainText.Of(person.Affiliation ?? ""));
        string Styled(string style) =>
            dialect.Bullet
            + style
                .Replace("{name}", name, StringComparison.Ordinal)
                .Replace("{affiliation}", affiliation, StringComparison.Ordinal);

        var presence = person.Presence switch
        {
            Presence.Present => "yes",
            Presence.Regrets => "regrets",
            Presence.Absent => "no",
        };
        return new Entry(
            $"the presence of {person.Name}",
            asRow ? [$"| {PlainText.InCell(person.Name)} | {PlainText.InCell(person.Affiliation ?? "")} | {presence} |"]
                : person.Affiliation is null ? [dialect.Bullet + name]
                : [Styled(dialect.Person), Styled(Dialect.SigHub.Person)],
            (read, line) =>
                read.Meetings is [var first, ..]
                && first.Attendees.Where(each => each.Lines.First == line).ToList() is [var only]
                && Same.Attendee(only, person)
        );
    }

    public Entry Topic(ReadAgendaItem item) =>
        new(
            $"the topic “{item.Title}”",
            [dialect.Bullet + PlainText.Of(item.Title), dialect.Bullet + "[topic] " + PlainText.Of(item.Title)],
            (read, line) =>
                read.Meetings is [var first, ..]
                && first.Agenda.Where(each => each.Lines.First == line).ToList() is [var only]
                && Same.Item(only, item)
        );

    public Entry Decision(ReadDecision decision)
    {
        var number = decision.Id is null ? "" : $"{decision.Id}: ";
        var text = PlainText.Of(decision.Text);
        var fields = Joined(
            Field("moved by", decision.Mover, Motion.Mover(decision.Text)),
            Field("seconded by", decision.Seconder, Motion.Seconder(decision.Text)),
            Field("result", decision.Result, Motion.Result(decision.Text))
        );
        return new Entry(
            $"the decision “{decision.Text}”",
            [
                dialect.Bullet + Joined(number + text, fields),
                dialect.Bullet + Joined($"{number}Decision: {text}", fields),
            ],
            (read, line) =>
                read.Meetings is [var first, ..]
                && first.Decisions.Where(each => each.Lines.First == line).ToList() is [var only]
                && Same.Decision(only, decision)
        );
    }

    /// <param name="meeting">0 is the day's own meeting, the others are carried.</param>
    public Entry Action(ReadAction action, int meeting)
    {
        var indent = new string(' ', dialect.Bullet.Length - dialect.Bullet.TrimStart().Length + 4);
        var notes = string.Concat(action.Notes.Select(note => $"\n{indent}- {PlainText.OfMarkdown(note)}"));
        string[] named = [Names(action, owner => owner.Name), Names(action, owner => owner.Person ?? owner.Name)];
        var due = $" [due] {action.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".TrimEnd();
        var sentences = named
            .Append(Names(action, owner => "@" + owner.Name))
            .Select(owners => Sentence(action, owners));
        return new Entry(
            $"the action “{action.Text}”",
            [
                .. sentences
                    .SelectMany(each => (string[])[each, each + due])
                    .Concat(named.Select(owners => InFields(action, owners, due)))
                    .Distinct(StringComparer.Ordinal)
                    .Select(each => each + notes),
            ],
            (read, line) =>
                read
                    .Meetings.ElementAtOrDefault(meeting)
                    ?.Actions.Where(each => each.Lines.First == line && each.Origin == Origin.Explicit)
                    .ToList()
                    is [var only]
                && Same.Action(only, action)
        );
    }

    public Entry Link(ReadLink link) =>
        new(
            $"the link {link.Url}",
            [
                dialect.Bullet + (link.Label is { } label ? $"[{PlainText.Of(label)}]({link.Url})" : $"<{link.Url}>"),
                dialect.Bullet + Joined(link.Label is { } named ? $"{PlainText.Of(named)}:" : null, link.Url),
            ],
            (read, _) =>
                read.Meetings is [var first, ..]
                && first.Links.Any(each => each.Url == link.Url && each.Label == link.Label)
        );

    public static Entry Milestone(ReadMilestone milestone) =>
        new(
            $"the milestone “{milestone.Title}”",
            [
                .. Periods(milestone)
                    .Select(period =>
                        $"| {PlainText.InCell(period)} | {PlainText.InCell(milestone.Title)} | {PlainText.InCell(milestone.Status ?? "")} | {PlainText.InCell(milestone.Owner ?? "")} |"
                    ),
            ],
            (read, line) =>
                read.Milestones.Where(each => each.Lines.First == line).ToList() is [var only]
                && Same.Milestone(only, milestone)
        );

    /// <summary>"- [x] A-142 Ada: write the docs - Done, at last".</summary>
    private string Sentence(ReadAction action, string owners)
    {
        var task = PlainText.Of(action.Text);
        var owned =
            owners.Length == 0
                ? task
                : dialect
                    .Task.Replace("{owners}", owners, StringComparison.Ordinal)
                    .Replace("{task}", task, StringComparison.Ordinal);
        var box =
            !dialect.HasBoxes ? null
            : action.Status == ActionStatus.Done ? "[x]"
            : "[ ]";
        var front =
            action.StatusNote is not null || action.Status == ActionStatus.Open || box == "[x]"
                ? null
                : $"[{Word(action.Status)}]";
        var sentence = Joined(box, action.Id, front, owned);
        return dialect.Bullet + (action.StatusNote is { } note ? $"{sentence} - {PlainText.Of(note)}" : sentence);
    }

    private string InFields(ReadAction action, string owners, string due)
    {
        var note = action.StatusNote ?? "";
        var status =
            State.Read("x - " + note) is { } said && said.Status == action.Status && said.Note == note
                ? PlainText.Of(note)
                : $"{Word(action.Status)} [remark] {PlainText.Of(note)}".TrimEnd();
        var task = Joined("[action]", action.Id, PlainText.Of(action.Text));
        return $"{dialect.Bullet}{Joined(task, $"[assignee] {owners}".TrimEnd())}{due} [status] {status}";
    }

    private string Names(ReadAction action, Func<ReadOwner, string> name) =>
        string.Join(dialect.And, action.Owners.Select(owner => PlainText.Of(name(owner))));

    private static string Word(ActionStatus status) =>
        status switch
        {
            ActionStatus.Open => "open",
            ActionStatus.InProgress => "in progress",
            ActionStatus.OnHold => "on hold",
            ActionStatus.Done => "done",
            ActionStatus.Cancelled => "cancelled",
        };

    /// <summary>Null where the text says it anyway.</summary>
    private static string? Field(string name, string? value, string? inText) =>
        value == inText ? null : $"[{name}] {PlainText.Of(value ?? "")}".TrimEnd();

    private static IEnumerable<string> Periods(ReadMilestone milestone)
    {
        if (milestone.Period is { } words)
            yield return words;
        if (milestone is not { Start: { } start, End: { } end })
            yield break;
        var year = start.Year.ToString(CultureInfo.InvariantCulture);
        var (from, to) = (
            start.ToString("MMMM", CultureInfo.InvariantCulture),
            end.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        );
        yield return milestone.Precision switch
        {
            Precision.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Precision.Month => start.Month == end.Month && start.Year == end.Year ? to : $"{from} - {to}",
            Precision.Quarter =>
                $"Q{(start.Month + 2) / 3}{(end.Month - start.Month > 2 ? $"-Q{(end.Month + 2) / 3}" : "")} {end.Year}",
            Precision.Half => $"H{(start.Month + 5) / 6} {year}",
            Precision.Year => start.Year == end.Year ? year : $"{year}-{end.Year}",
            Precision.Horizon => milestone.Period ?? "later",
        };
    }

    private static string Joined(params ReadOnlySpan<string?> words)
    {
        var joined = "";
        foreach (var word in words)
            if (!string.IsNullOrEmpty(word))
                joined += joined.Length > 0 ? " " + word : word;
        return joined;
    }
}
