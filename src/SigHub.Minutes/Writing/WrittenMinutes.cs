using System.Globalization;

namespace SigHub.Minutes.Writing;

/// <summary>
/// One day's minutes on a page: laid out, read again, and spelled more plainly where reading gave something else. What the
/// discussion says by itself is not written a second time.
/// </summary>
internal sealed class WrittenMinutes
{
    private readonly DayOfMinutes day;
    private readonly Dialect dialect;
    private readonly Layout layout;
    private readonly LeftNotes notes;
    private readonly Entry title;
    private readonly List<(Presence Presence, Entry Entry)> rollCall;
    private readonly List<(ReadAgendaItem Item, Entry? Entry)> agenda = [];
    private readonly List<Entry> decisions = [];
    private readonly List<Entry> actions = [];
    private readonly List<Entry> links = [];
    private readonly List<Entry> milestones = [];
    private readonly List<(ReadMeeting Meeting, LeftNotes Notes, List<Entry> Actions)> carried = [];

    public WrittenMinutes(DayOfMinutes day, Dialect dialect, Layout layout)
    {
        (this.day, this.dialect, this.layout) = (day, dialect, layout);
        var (meeting, spell) = (day.Meeting, new Spelling(dialect));
        notes = new LeftNotes(meeting, layout.KeepsPlaces);
        title = spell.Title(meeting);
        rollCall = meeting
            .Attendees.Select(each => (each.Presence, spell.Attendee(each, layout.RollCallIsTable)))
            .ToList();

        var said = MinutesReader.Read("", LaidOut().ToString());
        var told = Told(said);
        agenda = Topics(told, spell);
        decisions = Same.Missing(meeting.Decisions, told.Decisions, Same.Decision).ConvertAll(spell.Decision);
        actions = Same.Missing(Explicit(meeting), Explicit(told), Same.Action)
            .ConvertAll(each => spell.Action(each, 0));
        milestones = Same.Missing(day.Milestones, said.Milestones, Same.Milestone).ConvertAll(Spelling.Milestone);
        foreach (var earlier in day.Carried)
            carried.Add(
                (
                    earlier,
                    new LeftNotes(earlier, keepsPlaces: false),
                    Explicit(earlier).Select(each => spell.Action(each, carried.Count + 1)).ToList()
                )
            );
        if (meeting.Links.Count > 0)
            links = Same.Missing(meeting.Links, Told(MinutesReader.Read("", LaidOut().ToString())).Links, Same.Link)
                .ConvertAll(spell.Link);
    }

    /// <summary>A sentence that names the first record that is not read back.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Null when a record is not read back, whatever its spelling.</summary>
    public string? Text()
    {
        while (true)
        {
            var text = LaidOut().ToString();
            var read = MinutesReader.Read("", text);
            var wrong = First([title, .. rollCall.Select(each => each.Entry)], Records(), read);
            var difference = wrong.Count == 0 ? Difference(read) : $"{wrong[0].Name} would not be read back as it is";
            if (difference is null)
                return text;
            if (wrong.ConvertAll(entry => entry.TryAnother()).Contains(true))
                continue;
            Refusal = $"In the dialect “{dialect}”, {difference}.";
            return null;
        }
    }

    private IEnumerable<Entry> Records() =>
        agenda
            .Select(each => each.Entry)
            .OfType<Entry>()
            .Concat(decisions)
            .Concat(actions)
            .Concat(links)
            .Concat(milestones)
            .Concat(carried.SelectMany(each => each.Actions));

    /// <summary>Owners and days are read by those above them: only when these are right do the others show their faults.</summary>
    private static List<Entry> First(IEnumerable<Entry> opening, IEnumerable<Entry> records, Reading read) =>
        opening.Where(entry => !entry.IsReadFrom(read)).ToList() is { Count: > 0 } wrong
            ? wrong
            : records.Where(entry => !entry.IsReadFrom(read)).ToList();

    /// <summary>Headings are topics only where there is no agenda: with one item to write, all are written.</summary>
    private List<(ReadAgendaItem, Entry?)> Topics(ReadMeeting told, Spelling spell)
    {
        var missing = Same.Missing(day.Meeting.Agenda, told.Agenda, Same.Item);
        var untold = notes.Agenda.Select(topic => topic.Title).ToList();
        return day
            .Meeting.Agenda.Select(item =>
                (item, missing.Count == 0 || untold.Remove(item.Title) ? null : spell.Topic(item))
            )
            .ToList();
    }

    private ReadMeeting Told(Reading said) =>
        said.Meetings is [var first, ..]
            ? first
            : day.Meeting with
            {
                Agenda = [],
                Decisions = [],
                Actions = [],
                Links = [],
            };

    private static IEnumerable<ReadAction> Explicit(ReadMeeting meeting) =>
        meeting.Actions.Where(action => action.Origin == Origin.Explicit);

    private Page LaidOut()
    {
        var page = new Page();
        if (notes.FrontMatter is { } front)
            page.Add(front);
        page.Apart();
        page.Write(title);
        page.Apart();
        foreach (var part in dialect.Order)
            WritePart(page, part);
        if (milestones.Count > 0)
        {
            page.Heading(2, dialect.Roadmap);
            page.Add("| Time | Milestone | Status | Owner |\n|---|---|---|---|");
            milestones.ForEach(page.Write);
        }
        if (carried.Count > 0)
            page.Heading(2, dialect.OldBusiness);
        foreach (var (earlier, left, entries) in carried)
        {
            page.Heading(
                dialect.CarriedLevel,
                earlier.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""
            );
            entries.ForEach(page.Write);
            page.Add(left.Discussion);
        }
        return page;
    }

    private void WritePart(Page page, MinutesPart part)
    {
        switch (part)
        {
            case MinutesPart.RollCall:
                WriteRollCall(page);
                break;
            case MinutesPart.Agenda:
                WriteAgenda(page);
                break;
            case MinutesPart.Notes:
                WriteNotes(page);
                break;
            case MinutesPart.Decisions:
                WriteList(page, dialect.Decisions, decisions, notes.Under(part), dialect.IsForm);
                break;
            case MinutesPart.Actions:
                WriteList(page, dialect.Actions, actions, notes.Under(part), dialect.IsForm);
                break;
            case MinutesPart.Links:
                WriteList(page, dialect.Links, links, []);
                break;
        }
    }

    private static void WriteList(
        Page page,
        string heading,
        List<Entry> entries,
        IReadOnlyList<string?> left,
        bool always = false
    )
    {
        if (entries.Count > 0 || left.Count > 0 || always)
            page.Heading(2, heading);
        page.Add(left);
        if (left.Count > 0)
            page.Apart();
        entries.ForEach(page.Write);
    }

    private void WriteRollCall(Page page)
    {
        var left = notes.Under(MinutesPart.RollCall);
        if (layout.RollCallIsTable && rollCall.Count > 0)
        {
            page.Heading(2, dialect.Present);
            page.Add(left);
            page.Apart();
            page.Add("| Name | Affiliation | Present |\n|---|---|---|");
            rollCall.ForEach(each => page.Write(each.Entry));
            return;
        }
        List<Entry> Who(Presence presence) =>
            rollCall.FindAll(each => each.Presence == presence).ConvertAll(each => each.Entry);
        WriteList(page, dialect.Present, Who(Presence.Present), left, dialect.IsForm);
        WriteList(page, dialect.Regrets, Who(Presence.Regrets), []);
        WriteList(page, dialect.Absent, Who(Presence.Absent), []);
    }

    /// <summary>The items in their order, each with what was said under it.</summary>
    private void WriteAgenda(Page page)
    {
        if (notes.Agenda.Count == 0 && agenda.TrueForAll(each => each.Entry is null))
            return;
        page.Heading(2, dialect.Agenda);
        var topics = new Queue<LeftNotes.AgendaTopic>(notes.Agenda);
        foreach (var (item, entry) in agenda)
        {
            if (entry is not null)
            {
                page.Write(entry);
                continue;
            }
            while (topics.TryDequeue(out var topic))
            {
                page.Add(topic.Indented(dialect.Bullet));
                if (topic.Title == item.Title)
                    break;
            }
        }
        foreach (var topic in topics)
            page.Add(topic.Indented(dialect.Bullet));
    }

    private void WriteNotes(Page page)
    {
        if (!notes.HasDiscussion && dialect.IsForm)
            page.Heading(2, dialect.Notes);
        if (!notes.HasDiscussion)
            return;
        if (!notes.HasHeading)
            page.Heading(2, layout.NotesAreTopics ? dialect.Notes : dialect.Proceedings);
        page.Apart();
        page.Add(notes.Discussion);
        page.Apart();
    }

    /// <summary>What is read beyond the records, or elsewhere than they were written.</summary>
    private string? Difference(Reading read)
    {
        if (read.Meetings.Count != 1 + day.Carried.Count)
            return "the notes would be read as more than one meeting";
        var (meeting, again) = (day.Meeting, read.Meetings[0]);
        if (
            !meeting
                .Agenda.Select(item => PlainText.Folded(item.Title))
                .SequenceEqual(again.Agenda.Select(item => PlainText.Folded(item.Title)), StringComparer.Ordinal)
        )
            return "the agenda would be read with other items";
        if (Same.Difference(again.Attendees, meeting.Attendees, Same.Attendee) is { } person)
            return $"the presence of {person.Name} would not be read as it is";
        if (Same.Difference(again.Decisions, meeting.Decisions, Same.Decision) is { } decision)
            return $"the notes would be read with other decisions, such as “{decision.Text}”";
        if (Same.Missing(meeting.Links, again.Links, Same.Link) is [var link, ..])
            return $"the link {link.Url} would be missing";
        for (var i = 0; i < read.Meetings.Count; i++)
        {
            var wanted = i == 0 ? meeting : day.Carried[i - 1];
            if (Same.Difference(Explicit(read.Meetings[i]), Explicit(wanted), Same.Action) is { } action)
                return $"the notes would be read with other actions, such as “{action.Text}”";
            if (read.Meetings[i].Date != wanted.Date)
                return "the notes would be read as another day";
        }
        return null;
    }
}
