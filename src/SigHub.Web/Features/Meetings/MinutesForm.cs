using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Minutes;
using ActionStatus = SigHub.Minutes.ActionStatus;
using Presence = SigHub.Minutes.Presence;
using ReadDay = SigHub.Minutes.ReadMeeting;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// The page with which a meeting's minutes begin: title, notice, roll call, agenda, headings to fill in, and the open actions that
/// are carried over. It is laid out as the group likes it and read again, so that it says these very records.
/// </summary>
internal static class MinutesForm
{
    /// <param name="open">The group's open actions.</param>
    public static string Of(Group group, Meeting meeting, IReadOnlyCollection<ActionItem> open)
    {
        var habits = group.Habits;
        var dialect = Styles.Of(habits.Style) with { IsForm = true };
        var day = Records(group, meeting, open);
        var form = Written(day, dialect);
        var full = WithTopics(WithNotice(form, habits.Notice), dialect, meeting);
        return habits.Template is { } template ? Filled(template, form, full, dialect, group, meeting, habits) : full;
    }

    /// <summary>What is known of the meeting before it begins: its roll call, agenda and links, and what is carried over.</summary>
    internal static DayOfMinutes Records(Group group, Meeting meeting, IReadOnlyCollection<ActionItem> open)
    {
        var carried = open.Where(action => action.RaisedOn < meeting.Date)
            .GroupBy(action => action.RaisedOn)
            .OrderByDescending(raised => raised.Key)
            .Select(raised => Empty(raised.Key) with { Actions = [.. raised.OrderBy(one => one.Number).Select(Read)] });
        var own = Empty(meeting.Date) with
        {
            Group = group.Name,
            Time = meeting.Time?.Start,
            Zone = meeting.Time?.Zone,
            Attendees =
            [
                .. meeting
                    .Attendances.OrderBy(one => one.Order)
                    .Select(one => new ReadAttendee(
                        one.Name,
                        one.Affiliation,
                        Enum.Parse<Presence>(one.Presence.ToString()),
                        LineSpan.At(1)
                    )),
            ],
            Agenda =
            [
                .. meeting
                    .Agenda.OrderBy(item => item.Order)
                    .Select(item => new ReadAgendaItem(item.Title, LineSpan.At(1))),
            ],
            Actions =
            [
                .. open.Where(action => action.RaisedOn >= meeting.Date).OrderBy(one => one.Number).Select(Read),
            ],
        };
        return new DayOfMinutes(own) { Carried = [.. carried] };
    }

    internal static ReadDay Empty(DateOnly date) =>
        new(null, date, null, null, null, null, [], [], [], [], [], null, LineSpan.At(1));

    internal static ReadAction Read(ActionItem action) => Read(action, action.Status, LatestNote(action));

    internal static ReadAction Read(ActionItem action, Domain.Actions.ActionStatus status, string? note) =>
        new(
            action.Reference,
            action.Text,
            [.. action.Owners.OrderBy(owner => owner.Order).Select(owner => new ReadOwner(owner.Name, Person: null))],
            Enum.Parse<ActionStatus>(status.ToString()),
            StatusAsOf: null,
            note,
            action.Due,
            Notes: [],
            Origin.Explicit,
            Confidence: 1,
            LineSpan.At(1)
        );

    private static string? LatestNote(ActionItem action) => action.InOrder().LastOrDefault()?.Note;

    /// <summary>What a dialect cannot say of a record is left out of the form rather than the record: first the time of day, then notes.</summary>
    private static string Written(DayOfMinutes day, Dialect dialect)
    {
        foreach (var simpler in Simpler(day))
        {
            try
            {
                return MinutesWriter.Write(simpler, dialect);
            }
            catch (CannotBeWritten)
            {
                // The next one says less.
            }
        }

        return $"# {day.Meeting.Group} meeting {Components.Days.Long(day.Meeting.Date!.Value)}\n";
    }

    private static IEnumerable<DayOfMinutes> Simpler(DayOfMinutes day)
    {
        yield return day;
        var timeless = day with { Meeting = day.Meeting with { Time = null, Zone = null } };
        yield return timeless;
        var silent = timeless with
        {
            Carried =
            [
                .. day.Carried.Select(one =>
                    one with
                    {
                        Actions = [.. one.Actions.Select(action => action with { StatusNote = null })],
                    }
                ),
            ],
        };
        yield return silent;
        yield return silent with
        {
            Meeting = silent.Meeting with { Attendees = [] },
        };
        yield return silent with
        {
            Meeting = silent.Meeting with { Attendees = [], Agenda = [] },
        };
    }

    private static string WithNotice(string form, string? notice)
    {
        if (notice is null)
            return form;

        var end = form.IndexOf('\n', StringComparison.Ordinal);
        var quoted = string.Join(
            '\n',
            notice.ReplaceLineEndings("\n").Split('\n').Select(line => ("> " + line).TrimEnd())
        );
        var told = $"{form[..end]}\n\n{quoted}\n{form[end..]}";
        return SaysTheSame(told, form) ? told : form + $"\n## Notice\n\n{quoted}\n";
    }

    /// <summary>Each topic has a heading among the notes, to write below.</summary>
    private static string WithTopics(string form, Dialect dialect, Meeting meeting)
    {
        var heading = $"\n## {dialect.Notes}\n";
        var at = form.IndexOf(heading, StringComparison.Ordinal);
        if (at < 0 || meeting.Agenda.Count == 0)
            return form;

        var topics = string.Concat(
            meeting.Agenda.OrderBy(item => item.Order).Select(item => $"\n### {Markdown(item.Title)}\n\n")
        );
        var told = form.Insert(at + heading.Length, topics);
        return SaysTheSame(told, form) ? told : form;
    }

    private static string Markdown(string title) => title.Replace("#", "\\#", StringComparison.Ordinal);

    private static bool SaysTheSame(string text, string form)
    {
        var (one, other) = (MinutesReader.Read("", text), MinutesReader.Read("", form));
        return Told(one).SequenceEqual(Told(other), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Told(Reading reading) =>
        reading.Meetings.SelectMany(meeting =>
            meeting
                .Agenda.Select(item => item.Title)
                .Concat(meeting.Attendees.Select(one => $"{one.Name} {one.Presence}"))
                .Concat(
                    meeting.Actions.Where(one => one.Origin == Origin.Explicit).Select(one => $"{one.Id} {one.Text}")
                )
                .Concat(meeting.Decisions.Select(one => one.Text))
                .Prepend($"{meeting.Date} {meeting.Group}")
        );

    /// <summary>A group's own template: what stands in braces is filled in; actions that it does not ask for come last all the same.</summary>
    private static string Filled(
        string template,
        string form,
        string full,
        Dialect dialect,
        Group group,
        Meeting meeting,
        MinutesHabits habits
    )
    {
        var parts = Parts(form);
        string Part(string heading) => parts.GetValueOrDefault(heading, "").Trim('\n');
        var carried = full.IndexOf($"\n## {dialect.OldBusiness}\n", StringComparison.Ordinal) is >= 0 and var from
            ? full[from..].Trim('\n')
            : "";
        var text = template
            .ReplaceLineEndings("\n")
            .Replace(
                "{title}",
                form[..form.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' '),
                StringComparison.Ordinal
            )
            .Replace("{group}", group.Name, StringComparison.Ordinal)
            .Replace(
                "{day}",
                meeting.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
            .Replace("{notice}", habits.Notice ?? "", StringComparison.Ordinal)
            .Replace("{roll call}", Part(dialect.Present), StringComparison.Ordinal)
            .Replace("{agenda}", Part(dialect.Agenda), StringComparison.Ordinal);
        text = template.Contains("{actions}", StringComparison.Ordinal)
            ? text.Replace("{actions}", carried, StringComparison.Ordinal)
            : text.TrimEnd('\n') + (carried.Length > 0 ? $"\n\n{carried}" : "");
        return text.Trim('\n') + "\n";
    }

    /// <summary>What stands below each heading of the second level.</summary>
    private static Dictionary<string, string> Parts(string form)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in form.Split("\n## ").Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            if (end > 0)
                parts.TryAdd(part[..end], part[end..]);
        }

        return parts;
    }
}

/// <summary>The dialects of minutes, under the names by which groups choose them.</summary>
internal static class Styles
{
    public static Dialect Of(MinutesStyle style) =>
        style switch
        {
            MinutesStyle.SigHub => Dialect.SigHub,
            MinutesStyle.Rocky => Dialect.Rocky,
            MinutesStyle.Cdf => Dialect.Cdf,
            MinutesStyle.LfAi => Dialect.LfAi,
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };

    public static string Name(MinutesStyle style) =>
        style switch
        {
            MinutesStyle.SigHub => "SigHub",
            MinutesStyle.Rocky => "Rocky Linux",
            MinutesStyle.Cdf => "CD Foundation",
            MinutesStyle.LfAi => "LF AI & Data",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
}
