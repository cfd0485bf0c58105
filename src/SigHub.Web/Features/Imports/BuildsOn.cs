using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Web.Components;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports;

/// <summary>What builds on an import and keeps it from being taken back.</summary>
public static class BuildsOn
{
    private const int Most = 20;

    /// <summary>Empty when nothing does; at most so many that somebody reads them.</summary>
    internal static async Task<IReadOnlyList<Reason>> Import(
        SigHubDb db,
        Viewer viewer,
        Guid documentId,
        IReadOnlyList<ImportChange> changes,
        CancellationToken stop
    )
    {
        var added = db
            .ImportChanges.Where(change =>
                change.DocumentId == documentId && change.Property == null && change.Before == null
            )
            .Select(change => change.RecordId);
        var reasons = new List<Reason>();
        reasons.AddRange(await OtherDocuments(db, viewer, documentId, added, stop));
        reasons.AddRange(await People(db, added, stop));
        reasons.AddRange(await InGroups(db, added, stop));
        reasons.AddRange(await AtMeetings(db, added, stop));
        reasons.AddRange(await OfPersons(db, added, stop));
        reasons.AddRange(await Overwritten(db, changes, stop));
        return [.. reasons.Distinct().Take(Most)];
    }

    private static async Task<List<Reason>> OtherDocuments(
        SigHubDb db,
        Viewer viewer,
        Guid documentId,
        IQueryable<Guid> added,
        CancellationToken stop
    )
    {
        var visible = db.DocumentsVisibleTo(viewer);
        var others = await (
            from document in db.Documents
            where
                document.Id != documentId
                && db.Traces.Any(trace => trace.Provenance.DocumentId == document.Id && added.Contains(trace.SubjectId))
            orderby document.At
            select new
            {
                document.Id,
                document.FileName,
                IsVisible = visible.Any(one => one.Id == document.Id),
            }
        )
            .Take(Most)
            .ToListAsync(stop);
        return others.ConvertAll(other =>
            other.IsVisible
                ? new Reason(
                    $"“{other.FileName}”",
                    Links.Document(other.Id),
                    "tells of the same records; take it back first."
                )
                : new Reason("A document", Links.Imports, "that you may not see tells of the same records.")
        );
    }

    /// <summary>What people did to what the import added.</summary>
    private static async Task<List<Reason>> People(SigHubDb db, IQueryable<Guid> added, CancellationToken stop)
    {
        var facts = await (
            from entry in db.Activity
            join person in db.People on entry.ActorId equals person.Id
            where added.Contains(entry.SubjectId) && !db.ImportChanges.Any(change => change.RecordId == entry.Id)
            orderby entry.At descending
            select new
            {
                entry.SubjectKind,
                entry.SubjectName,
                entry.Summary,
                person.Id,
                person.DisplayName,
            }
        )
            .Take(Most)
            .ToListAsync(stop);
        return facts.ConvertAll(fact => new Reason(
            fact.DisplayName,
            LinkOf(fact.SubjectKind, fact.SubjectName) ?? Links.Person(fact.Id),
            fact.Summary.TrimEnd('.') + "."
        ));
    }

    private static async Task<List<Reason>> InGroups(SigHubDb db, IQueryable<Guid> added, CancellationToken stop)
    {
        var reasons = new List<Reason>();
        var meetings = await (
            from meeting in db.Meetings
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where added.Contains(@group.Id) && !added.Contains(meeting.Id)
            select new
            {
                @group.Name,
                @group.Slug,
                meeting.Date,
                meeting.Slot,
            }
        )
            .Take(Most)
            .ToListAsync(stop);
        reasons.AddRange(
            meetings.Select(one => new Reason(
                $"The meeting of {Days.Long(one.Date)}",
                Links.Meeting(one.Slug.Value, Links.MeetingAddress(one.Date, one.Slot)),
                $"belongs to {one.Name}."
            ))
        );
        var others = await db
            .Groups.Where(one => one.ParentId != null && added.Contains(one.ParentId.Value) && !added.Contains(one.Id))
            .Select(one => new
            {
                one.Name,
                one.Slug,
                What = "is a group below one that it made.",
            })
            .Take(Most)
            .ToListAsync(stop);
        reasons.AddRange(others.Select(one => new Reason(one.Name, Links.Group(one.Slug.Value), one.What)));
        var members = await (
            from membership in db.Memberships
            join @group in db.Groups on membership.GroupId equals @group.Id
            join person in db.People on membership.PersonId equals person.Id
            where added.Contains(@group.Id) && !added.Contains(membership.Id)
            select new
            {
                Person = person.DisplayName,
                @group.Name,
                @group.Slug,
            }
        )
            .Take(Most)
            .ToListAsync(stop);
        reasons.AddRange(
            members.Select(one => new Reason(
                one.Person,
                Links.GroupPeople(one.Slug.Value),
                $"holds a role in {one.Name}."
            ))
        );
        var milestones = await db
            .Milestones.Where(one => added.Contains(one.GroupId) && !added.Contains(one.Id))
            .Select(one => one.Number)
            .Take(Most)
            .ToListAsync(stop);
        reasons.AddRange(
            milestones.Select(number => new Reason(
                $"M-{number}",
                Links.Milestone(number),
                "is planned in a group that it made."
            ))
        );
        return reasons;
    }

    private static async Task<List<Reason>> AtMeetings(SigHubDb db, IQueryable<Guid> added, CancellationToken stop)
    {
        var actions = await db
            .Actions.Where(action =>
                !added.Contains(action.Id)
                && (
                    (action.RaisedAtMeetingId != null && added.Contains(action.RaisedAtMeetingId.Value))
                    || added.Contains(action.GroupId)
                    || action.History.Any(state =>
                        state.MeetingId != null && added.Contains(state.MeetingId.Value) && !added.Contains(state.Id)
                    )
                )
            )
            .Where(action =>
                !db.ImportChanges.Any(change =>
                    change.NounId == action.Id
                    && change.Property == nameof(ActionItem.RaisedAtMeetingId)
                    && added.Contains(change.NounId)
                )
            )
            .Select(action => action.Number)
            .Take(Most)
            .ToListAsync(stop);
        var decisions = await db
            .Decisions.Where(decision =>
                !added.Contains(decision.Id)
                && (
                    (decision.MeetingId != null && added.Contains(decision.MeetingId.Value))
                    || added.Contains(decision.GroupId)
                )
            )
            .Select(decision => decision.Number)
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. actions.Select(number => new Reason($"A-{number}", Links.Action(number), "refers to a meeting of it.")),
            .. decisions.Select(number => new Reason(
                $"D-{number}",
                Links.Decision(number),
                "was taken at a meeting of it."
            )),
        ];
    }

    private static async Task<List<Reason>> OfPersons(SigHubDb db, IQueryable<Guid> added, CancellationToken stop)
    {
        var people = await db
            .People.Where(person =>
                added.Contains(person.Id)
                && (
                    person.AccountId != null
                    || db.Memberships.Any(m => m.PersonId == person.Id && !added.Contains(m.Id))
                    || db.Meetings.Any(m =>
                        !added.Contains(m.Id)
                        && m.Attendances.Any(a => a.PersonId == person.Id && !added.Contains(a.Id))
                    )
                    || db.Actions.Any(action =>
                        !added.Contains(action.Id)
                        && (
                            action.Owners.Any(owner =>
                                owner.PersonId == person.Id
                                && !db.ImportChanges.Any(change =>
                                    change.RecordId == owner.Id
                                    && change.Property == nameof(ActionOwner.PersonId)
                                    && db.ImportChanges.Any(other =>
                                        other.DocumentId == change.DocumentId && other.RecordId == person.Id
                                    )
                                )
                            )
                        )
                    )
                    || db.Decisions.Any(d =>
                        !added.Contains(d.Id) && (d.Mover!.PersonId == person.Id || d.Seconder!.PersonId == person.Id)
                    )
                    || db.Milestones.Any(m => !added.Contains(m.Id) && m.Owner!.PersonId == person.Id)
                )
            )
            .Select(person => new { person.Id, person.DisplayName })
            .Take(Most)
            .ToListAsync(stop);
        return people.ConvertAll(person => new Reason(
            person.DisplayName,
            Links.Person(person.Id),
            "takes part in something else by now."
        ));
    }

    private static async Task<List<Reason>> Overwritten(
        SigHubDb db,
        IReadOnlyList<ImportChange> changes,
        CancellationToken stop
    )
    {
        var reasons = new List<Reason>();
        foreach (var change in await new TakingBack(db, changes, stop).Overwritten())
            reasons.Add(await NameOf(db, change, stop));
        return reasons;
    }

    private static async Task<Reason> NameOf(SigHubDb db, ImportChange change, CancellationToken stop)
    {
        const string Since = "was changed since.";
        if (await db.FindAsync<ActionItem>([change.NounId], stop) is { } action)
            return new Reason(action.Reference, Links.Action(action.Number), Since);
        if (await db.FindAsync<Decision>([change.NounId], stop) is { } decision)
            return new Reason(decision.Reference, Links.Decision(decision.Number), Since);
        if (await db.FindAsync<Person>([change.NounId], stop) is { } person)
            return new Reason(person.DisplayName, Links.Person(person.Id), Since);
        if (await db.FindAsync<Domain.Roadmaps.Milestone>([change.NounId], stop) is { } milestone)
            return new Reason(milestone.Reference, Links.Milestone(milestone.Number), Since);
        if (await db.FindAsync<Meeting>([change.NounId], stop) is { } meeting)
        {
            var slug = await db.Groups.Where(g => g.Id == meeting.GroupId).Select(g => g.Slug).SingleAsync(stop);
            return new Reason(
                $"The meeting of {Days.Long(meeting.Date)}",
                Links.Meeting(slug.Value, meeting.Address),
                Since
            );
        }

        return await db.FindAsync<Group>([change.NounId], stop) is { } group
            ? new Reason(group.Name, Links.Group(group.Slug.Value), Since)
            : new Reason("Something it changed", Links.Imports, Since);
    }

    private static string? LinkOf(SubjectKind kind, string name) =>
        kind switch
        {
            SubjectKind.Action when References.Read('A', name) is { } number => Links.Action(number),
            SubjectKind.Decision when References.Read('D', name) is { } number => Links.Decision(number),
            SubjectKind.Milestone when References.Read('M', name) is { } number => Links.Milestone(number),
            _ => null,
        };

    /// <summary>A sentence that begins with a link: "“March.md” tells of the same records."</summary>
    public sealed record Reason(string Name, string Link, string Says)
    {
        public override string ToString() => $"{Name} {Says}";
    }
}
