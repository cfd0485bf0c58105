using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>One part of a document as a meeting with its records; the rest of its lines are its notes.</summary>
internal sealed class MeetingMinutes(Part part, Context context, string? group, Excerpt excerpt)
{
    private static readonly Pattern Cancelled = Pattern.Of(Vocabulary.Cancelled);
    private static readonly Pattern Elsewhere = Pattern.Of(English.OtherMeeting);

    public ReadMeeting Read()
    {
        var attendees = Attendees();
        var actions = new ActionList(part, context, excerpt).Read();
        var decisions = DecisionList.Read(part, excerpt);
        var agenda = part.IsCarried ? [] : AgendaList.Read(part, excerpt);
        var people = part.RollCalls.Select(each => each.Line.First).ToHashSet();
        var when = string.Join(
            ' ',
            part.Lines.Take(6)
                .TakeWhile(line => !IsSection(line))
                .Where(line => IsOpening(line) && !people.Contains(line.First))
                .Select(line => line.Text.Text)
        );
        return new ReadMeeting(
            group,
            part.Date,
            part.Date is null ? null : TimeOfDay.All(when).Cast<TimeOnly?>().FirstOrDefault(),
            TimeOfDay.All(when).Any() ? TimeOfDay.Zone(when) : null,
            part.Heading is { } heading && Cancelled.IsMatch(heading.Text.Text) || IsShortAndCancelled()
                ? MeetingState.Cancelled
                : null,
            part.Heading?.Kind == LineKind.Heading ? part.Heading.Text.Text : null,
            attendees,
            agenda,
            decisions,
            actions,
            [
                .. part
                    .Lines.SelectMany(line =>
                        line.Cells.Count > 0 ? line.Cells.SelectMany(cell => Links.In(cell.Text)) : Links.In(line.Text)
                    )
                    .DistinctBy(link => link.Url),
            ],
            excerpt.Left(part.Lines),
            part.Heading is { } top && part.Lines.Count > 0
                ? new LineSpan(Math.Min(top.First, part.Span.First), part.Span.Last)
                : part.Heading?.Span ?? part.Span
        );
    }

    /// <summary>Little is there besides those who came, and it begins by saying so.</summary>
    private bool IsShortAndCancelled() =>
        part.Lines.Count(line => line.Kind != LineKind.Verbatim && !excerpt.Has(line)) <= 4
        && part.Lines.Exists(line =>
            !excerpt.Has(line) && line.Text.Text.Length < 200 && SaysCancelled(line.Text.Text)
        );

    private static bool SaysCancelled(string text) =>
        Cancelled.Match(text) is { Success: true, Index: < 24 } && !Elsewhere.IsMatch(text);

    /// <summary>Below these the meeting has begun: a time there is another's.</summary>
    private static bool IsSection(OutlineLine line) =>
        line.Kind == LineKind.Heading
        && line.Level < OutlineLine.BoldLevel
        && SectionName.OfHeading(line.Text.Text)
            is SectionKind.RollCall
                or SectionKind.Regrets
                or SectionKind.Absent
                or SectionKind.Actions
                or SectionKind.Decisions
                or SectionKind.Links;

    private static bool IsOpening(OutlineLine line) =>
        line.Kind is LineKind.Heading or LineKind.Text
        && !AgendaList.IsPlanned(line)
        && line.Text.Text.AsSpan().ContainsAnyInRange('0', '9');

    private List<ReadAttendee> Attendees()
    {
        var attendees = new List<ReadAttendee>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        LineSpan? above = null;
        foreach (var (section, line, person) in part.RollCalls)
        {
            if (person.Lines == above && IsEmployer(person))
            {
                SetEmployer(attendees, person);
                continue;
            }
            above = person.Lines;
            var name = Fold.Text(person.Name);
            if (!places.TryAdd(name, attendees.Count))
            {
                var again = places[name];
                if (section.Kind == SectionKind.Regrets && attendees[again].Presence == Presence.Absent)
                    attendees[again] = attendees[again] with { Presence = Presence.Regrets };
                attendees[again] = attendees[again] with
                {
                    Affiliation = attendees[again].Affiliation ?? person.Affiliation,
                };
                continue;
            }
            excerpt.Take(line);
            attendees.Add(new ReadAttendee(person.Name, person.Affiliation, PresenceIn(section, person), person.Lines));
        }
        return attendees;
    }

    /// <summary>"Ada Byron, Grace Hill, Acme": the last is no person where the document knows it as an employer.</summary>
    private bool IsEmployer(Person person) =>
        person.Affiliation is null && context.Employers.Contains(Fold.Text(person.Name));

    private static void SetEmployer(List<ReadAttendee> attendees, Person employer)
    {
        for (var i = attendees.Count - 1; i >= 0 && attendees[i].Lines == employer.Lines; i--)
            attendees[i] = attendees[i] with { Affiliation = attendees[i].Affiliation ?? employer.Name };
    }

    private static Presence PresenceIn(Section section, Person person) =>
        section.Kind switch
        {
            SectionKind.Regrets => Presence.Regrets,
            SectionKind.Absent => person.Presence == Presence.Regrets ? Presence.Regrets : Presence.Absent,
            _ => person.Presence ?? Presence.Present,
        };
}
