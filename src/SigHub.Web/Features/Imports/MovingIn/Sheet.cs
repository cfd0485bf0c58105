using SigHub.Domain.Activity;
using SigHub.Minutes;
using ReadActionStatus = SigHub.Minutes.ActionStatus;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>
/// A reading as somebody corrected it: what they declined is out, what they edited says what they wrote, meetings have the days
/// they gave. Every record keeps the key by which choices name it.
/// </summary>
internal sealed class Sheet
{
    private readonly Choices _choices;
    private readonly Dictionary<object, string> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _perLine = [];
    private readonly List<LandedRecord> _declined = [];

    private Sheet(Reading reading, Choices choices)
    {
        _choices = choices;
        Reading = reading with
        {
            Groups = Corrected(reading.Groups, "group", SubjectKind.Group, read => read.Lines, read => read.Name),
            Members = Corrected(
                reading.Members,
                "member",
                SubjectKind.Membership,
                read => read.Lines,
                read => read.Name,
                (read, edit) =>
                    read with
                    {
                        Name = edit.Text ?? read.Name,
                        Affiliation = edit.Affiliation,
                        Role = edit.Role,
                    }
            ),
            Series = Corrected(reading.Series, "series", SubjectKind.Series, read => read.Lines, read => read.Rrule),
            Milestones = Corrected(
                reading.Milestones,
                "milestone",
                SubjectKind.Milestone,
                read => read.Lines,
                read => read.Title,
                Edited
            ),
            Meetings = [.. Meetings(reading)],
        };
    }

    public Reading Reading { get; }

    /// <summary>What was declined, to be shown and taken up again.</summary>
    public IReadOnlyList<LandedRecord> Declined => _declined;

    public static Sheet Of(Reading reading, Choices choices) => new(reading, choices);

    public string KeyOf(object read) => _keys[read];

    /// <summary>A meeting's place in the reading as it was read.</summary>
    public int PlaceOf(ReadMeeting read) => _places[read];

    private IEnumerable<ReadMeeting> Meetings(Reading reading)
    {
        var place = 0;
        foreach (var read in reading.Meetings)
        {
            var date = _choices.Dates.TryGetValue(place, out var day) ? day : read.Date;
            var meeting = Corrected(
                [read with { Date = date }],
                "meeting",
                SubjectKind.Meeting,
                one => one.Lines,
                one => one.Title ?? "A meeting",
                (one, edit) => one with { Title = edit.Text }
            );
            foreach (var one in meeting)
            {
                var corrected = Contents(one);
                _keys[corrected] = _keys[one];
                _places[corrected] = place;
                yield return corrected;
            }

            place++;
        }
    }

    private ReadMeeting Contents(ReadMeeting read) =>
        read with
        {
            Attendees = Corrected(
                read.Attendees,
                "attendee",
                SubjectKind.Attendance,
                one => one.Lines,
                one => one.Name,
                (one, edit) => one with { Name = edit.Text ?? one.Name, Affiliation = edit.Affiliation }
            ),
            Agenda = Corrected(
                read.Agenda,
                "agenda",
                SubjectKind.AgendaItem,
                one => one.Lines,
                one => one.Title,
                (one, edit) => one with { Title = edit.Text ?? one.Title }
            ),
            Decisions = Corrected(
                read.Decisions,
                "decision",
                SubjectKind.Decision,
                one => one.Lines,
                one => one.Text,
                (one, edit) => one with { Text = edit.Text ?? one.Text }
            ),
            Actions = Corrected(read.Actions, "action", SubjectKind.Action, one => one.Lines, one => one.Text, Edited),
        };

    private static ReadAction Edited(ReadAction read, Edit edit) =>
        read with
        {
            Text = edit.Text ?? read.Text,
            Owners = SameNames(read, edit.Who)
                ? read.Owners
                : [.. Names(edit.Who).Select(name => new ReadOwner(name, null))],
            Due = edit.Due,
            Status = Enum.TryParse<ReadActionStatus>(edit.Status, out var status) ? status : read.Status,
        };

    private static bool SameNames(ReadAction read, string? who) =>
        read.Owners.Select(owner => owner.Person ?? owner.Name).SequenceEqual(Names(who));

    private static ReadMilestone Edited(ReadMilestone read, Edit edit)
    {
        var changed = read with
        {
            Title = edit.Text ?? read.Title,
            Owner = Names(edit.Who).FirstOrDefault(),
            Status = edit.Status,
        };
        if (edit.Period is not { } words || words == read.Period)
            return changed;

        // Words that name no period stay, and the record stays out until they do.
        return ReadPeriod.Of(words) is { } period
            ? changed with
            {
                Period = period.Words,
                Start = period.Start,
                End = period.End,
                Precision = period.Precision,
            }
            : changed with
            {
                Period = words,
                Start = null,
                End = null,
                Precision = Precision.Month,
            };
    }

    private static string[] Names(string? text) =>
        (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private List<T> Corrected<T>(
        IReadOnlyList<T> read,
        string word,
        SubjectKind kind,
        Func<T, LineSpan> lines,
        Func<T, string> text,
        Func<T, Edit, T>? edited = null
    )
        where T : class
    {
        var kept = new List<T>(read.Count);
        foreach (var one in read)
        {
            var key = NextKey(word, lines(one).First);
            if (_choices.Declined.Contains(key))
            {
                _declined.Add(
                    new LandedRecord(kind, Landing.Declined, text(one), null, lines(one), null) { Key = key }
                );
                continue;
            }

            var corrected =
                edited is not null && _choices.Edits.TryGetValue(key, out var edit) ? edited(one, edit) : one;
            _keys[corrected] = key;
            kept.Add(corrected);
        }

        return kept;
    }

    private string NextKey(string word, int line)
    {
        var place = $"{word}:{line.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        var number = _perLine[place] = _perLine.GetValueOrDefault(place) + 1;
        return $"{place}:{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
