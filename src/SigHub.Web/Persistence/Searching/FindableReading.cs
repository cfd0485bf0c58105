using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence.Searching;

/// <summary>
/// What of nouns can be found. People are found under their names, not in what they do: names written in a noun's fields change
/// with the person. E-mail addresses of people are in none of it.
/// </summary>
internal static class FindableReading
{
    /// <summary>Of longer texts the beginning is found: PostgreSQL's index of one text holds a megabyte.</summary>
    private const int LongestText = 200_000;

    /// <summary>Those of the nouns that are still there.</summary>
    public static Task<List<Findable>> ReadFindables(
        this SigHubDb db,
        SubjectKind kind,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    ) =>
        kind switch
        {
            SubjectKind.Action => Actions(db, ids, stop),
            SubjectKind.Decision => Decisions(db, ids, stop),
            SubjectKind.Group => Groups(db, ids, stop),
            SubjectKind.Meeting => Meetings(db, ids, stop),
            SubjectKind.Milestone => Milestones(db, ids, stop),
            SubjectKind.Person => People(db, ids, stop),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody searches for these."),
        };

    private static async Task<List<Findable>> Actions(
        SigHubDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    )
    {
        var found = await db
            .Actions.Where(action => ids.Contains(action.Id))
            .Select(action => new
            {
                action.Id,
                action.GroupId,
                action.Visibility,
                action.RaisedOn,
                action.Number,
                action.Text,
                Notes = action.Notes.OrderBy(note => note.Order).Select(note => note.Text).ToList(),
                States = action.History.OrderBy(state => state.Sequence).Select(state => state.Note).ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Action,
                    one.Id,
                    one.GroupId,
                    one.Visibility,
                    one.RaisedOn,
                    Numbered('A', one.Number),
                    one.Text,
                    [.. one.Notes, .. one.States]
                )
            ),
        ];
    }

    private static async Task<List<Findable>> Decisions(
        SigHubDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    )
    {
        var found = await db.Decisions.AsNoTracking().Where(decision => ids.Contains(decision.Id)).ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Decision,
                    one.Id,
                    one.GroupId,
                    one.Visibility,
                    one.DecidedOn,
                    Numbered('D', one.Number),
                    one.Text,
                    [one.Result]
                )
            ),
        ];
    }

    private static async Task<List<Findable>> Groups(SigHubDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var found = await db
            .Groups.Where(group => ids.Contains(group.Id))
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.Slug,
                group.Overview,
                Goals = group.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Text).ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Group,
                    one.Id,
                    one.Id,
                    Visibility.Public,
                    date: null,
                    one.Slug.Value,
                    one.Name,
                    [one.Overview, .. one.Goals]
                )
            ),
        ];
    }

    private static async Task<List<Findable>> Meetings(
        SigHubDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    )
    {
        var found = await db
            .Meetings.Where(meeting => ids.Contains(meeting.Id))
            .Select(meeting => new
            {
                meeting.Id,
                meeting.GroupId,
                meeting.Visibility,
                meeting.Date,
                meeting.Slot,
                meeting.Title,
                // Who may read a draft depends on more than a visibility, so nobody finds anything in it.
                Text = meeting.Finalization == null ? "" : meeting.Text,
                Agenda = meeting.Agenda.OrderBy(item => item.Order).Select(item => item.Title).ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Meeting,
                    one.Id,
                    one.GroupId,
                    one.Visibility,
                    one.Date,
                    Links.MeetingAddress(one.Date, one.Slot),
                    one.Title ?? "",
                    [.. one.Agenda, one.Text]
                )
            ),
        ];
    }

    private static async Task<List<Findable>> Milestones(
        SigHubDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken stop
    )
    {
        var found = await db
            .Milestones.Where(milestone => ids.Contains(milestone.Id))
            .Select(milestone => new
            {
                milestone.Id,
                milestone.GroupId,
                milestone.Visibility,
                milestone.Period.Start,
                milestone.Period.Text,
                milestone.Number,
                milestone.Title,
                Reasons = milestone.Slips.OrderBy(slip => slip.At).Select(slip => slip.Reason).ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Milestone,
                    one.Id,
                    one.GroupId,
                    one.Visibility,
                    one.Start,
                    Numbered('M', one.Number),
                    one.Title,
                    [one.Text, .. one.Reasons]
                )
            ),
        ];
    }

    private static async Task<List<Findable>> People(SigHubDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var found = await db
            .People.Where(person => ids.Contains(person.Id) && person.Erasure == null && person.MergedIntoId == null)
            .Select(person => new
            {
                person.Id,
                person.DisplayName,
                Aliases = person.Aliases.Where(alias => alias.GroupId == null).Select(alias => alias.Name).ToList(),
                Organisations = person.Affiliations.Select(affiliation => affiliation.Organisation).ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(one =>
                Make(
                    SubjectKind.Person,
                    one.Id,
                    groupId: null,
                    Visibility.Public,
                    date: null,
                    reference: "",
                    one.DisplayName,
                    [
                        .. one.Aliases.Where(alias => !alias.Contains('@', StringComparison.Ordinal)),
                        .. one.Organisations.Distinct(),
                    ]
                )
            ),
        ];
    }

    private static Findable Make(
        SubjectKind kind,
        Guid id,
        Guid? groupId,
        Visibility visibility,
        DateOnly? date,
        string reference,
        string title,
        IEnumerable<string?> said
    )
    {
        var name = PlainText.Of(title);
        var text = PlainText.Of(string.Join('\n', said.Where(one => !string.IsNullOrWhiteSpace(one))));
        if (text.Length > LongestText)
            text = text[..LongestText];
        var (openName, openText) = (Redaction.Hide(name), Redaction.Hide(text));
        var isOpen = openName == name && openText == text;
        return new Findable
        {
            Kind = kind,
            SubjectId = id,
            GroupId = groupId,
            Visibility = visibility,
            Date = date,
            Reference = reference,
            Title = name,
            Text = text,
            TitleWords = Folding.Line($"{reference} {WithoutMarks(openName)}"),
            Words = Folding.Line(WithoutMarks(openText)),
            HiddenWords = isOpen ? "" : Folding.Line($"{name} {text}"),
        };
    }

    /// <summary>That something is hidden is no word of the text.</summary>
    private static string WithoutMarks(string text) =>
        text.Replace(Redaction.Address, " ", StringComparison.Ordinal)
            .Replace(Redaction.Passcode, " ", StringComparison.Ordinal);

    private static string Numbered(char letter, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{letter}-{number}");
}
