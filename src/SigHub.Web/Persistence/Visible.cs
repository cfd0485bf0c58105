using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence;

/// <summary>
/// What a viewer may not see is not found: the Domain's rule of visibility, as filters on queries. What stands inside a group
/// is held to the stricter of the two. Say it first, <c>db.Actions.VisibleTo(viewer).Where(…)</c>; inside another query, use a
/// variable that holds it.
/// </summary>
public static class Visible
{
    /// <inheritdoc cref="Viewer.MaySee(Group)"/>
    public static IQueryable<Group> VisibleTo(this IQueryable<Group> groups, Viewer viewer)
    {
        if (viewer.IsAdministrator)
            return groups;

        var members = viewer.MembersOnlyOf;
        var closed = viewer.ClosedOf;
        return groups.Where(group =>
            group.Visibility == Visibility.Public
            || (group.Visibility == Visibility.Members && members.Contains(group.Id))
            || (group.Visibility == Visibility.Closed && closed.Contains(group.Id))
        );
    }

    public static IQueryable<ActionItem> VisibleTo(this DbSet<ActionItem> actions, Viewer viewer) =>
        InsideGroups(actions, viewer);

    /// <summary>Facts that belong to no group are for administrators.</summary>
    public static IQueryable<ActivityEntry> VisibleTo(this DbSet<ActivityEntry> activity, Viewer viewer) =>
        InsideGroups(activity, viewer);

    public static IQueryable<Decision> VisibleTo(this DbSet<Decision> decisions, Viewer viewer) =>
        InsideGroups(decisions, viewer);

    /// <summary>Documents that were brought to no group are for administrators.</summary>
    public static IQueryable<ImportedDocument> VisibleTo(this DbSet<ImportedDocument> documents, Viewer viewer) =>
        InsideGroups(documents, viewer);

    public static IQueryable<Meeting> VisibleTo(this DbSet<Meeting> meetings, Viewer viewer) =>
        InsideGroups(meetings, viewer);

    public static IQueryable<MeetingSeries> VisibleTo(this DbSet<MeetingSeries> series, Viewer viewer) =>
        InsideGroups(series, viewer);

    /// <summary>Who belongs to a group is as visible as the group.</summary>
    public static IQueryable<Membership> VisibleTo(this DbSet<Membership> memberships, Viewer viewer)
    {
        var groups = GroupsBeside(memberships).VisibleTo(viewer);
        return memberships.Where(membership => groups.Any(group => group.Id == membership.GroupId));
    }

    public static IQueryable<Milestone> VisibleTo(this DbSet<Milestone> milestones, Viewer viewer) =>
        InsideGroups(milestones, viewer);

    /// <summary>
    /// Somebody is seen where they take part: in a group, a meeting or an action that this viewer may see. Everybody sees
    /// themselves; what was kept on erased people is gone.
    /// </summary>
    public static IQueryable<Person> VisibleTo(this DbSet<Person> people, Viewer viewer)
    {
        var kept = people.Where(person => person.Erasure == null && person.MergedIntoId == null);
        if (viewer.IsAdministrator)
            return kept;

        var me = viewer.PersonId;
        var db = people.GetService<ICurrentDbContext>().Context;
        var memberships = db.Set<Membership>().VisibleTo(viewer);
        var meetings = db.Set<Meeting>().VisibleTo(viewer);
        var actions = db.Set<ActionItem>().VisibleTo(viewer);
        return kept.Where(person =>
            person.Id == me
            || memberships.Any(membership => membership.PersonId == person.Id)
            || meetings.Any(meeting => meeting.Attendances.Any(attendance => attendance.PersonId == person.Id))
            || actions.Any(action => action.Owners.Any(owner => owner.PersonId == person.Id))
        );
    }

    /// <summary>What is found of a noun is as visible as the noun.</summary>
    public static IQueryable<Findable> VisibleTo(this IQueryable<Findable> found, SigHubDb db, Viewer viewer)
    {
        var people = db.People.VisibleTo(viewer);
        var groups = db.Groups.VisibleTo(viewer);
        var members = viewer.MembersOnlyOf;
        var closed = viewer.ClosedOf;
        var everything = viewer.IsAdministrator;
        return found.Where(one =>
            one.Kind == SubjectKind.Person
                ? people.Any(person => person.Id == one.SubjectId)
                : groups.Any(group =>
                    group.Id == one.GroupId
                    && (
                        everything
                        || one.Visibility == Visibility.Public
                        || (
                            one.Visibility == Visibility.Members
                            && (group.Visibility == Visibility.Closed || members.Contains(group.Id))
                        )
                        || closed.Contains(group.Id)
                    )
                )
        );
    }

    /// <summary>
    /// Those, and whoever is named in what this viewer may see without taking part in it: who moved a document in, or a
    /// milestone to another period. A name that is shown leads to a page.
    /// </summary>
    public static IQueryable<Person> NamedTo(this DbSet<Person> people, Viewer viewer)
    {
        var db = people.GetService<ICurrentDbContext>().Context;
        var decisions = db.Set<Decision>().VisibleTo(viewer);
        var documents = db.Set<ImportedDocument>().VisibleTo(viewer);
        var milestones = db.Set<Milestone>().VisibleTo(viewer);
        var told = db.Set<ActivityEntry>().VisibleTo(viewer);
        var takePart = people.VisibleTo(viewer);
        return people.Where(person =>
            person.Erasure == null
            && person.MergedIntoId == null
            && (
                takePart.Any(other => other.Id == person.Id)
                || decisions.Any(d => d.Mover!.PersonId == person.Id || d.Seconder!.PersonId == person.Id)
                || documents.Any(document => document.ByPersonId == person.Id)
                || milestones.Any(m =>
                    m.Owner!.PersonId == person.Id || m.Slips.Any(slip => slip.ByPersonId == person.Id)
                )
                || told.Any(entry => entry.ActorId == person.Id)
            )
        );
    }

    /// <inheritdoc cref="Viewer.MaySee(Guid, Visibility, Visibility)"/>
    private static IQueryable<T> InsideGroups<T>(DbSet<T> items, Viewer viewer)
        where T : class
    {
        if (viewer.IsAdministrator)
            return items;

        var groups = GroupsBeside(items).VisibleTo(viewer);
        var members = viewer.MembersOnlyOf;
        var closed = viewer.ClosedOf;
        return items.Where(item =>
            groups.Any(group =>
                group.Id == EF.Property<Guid?>(item, nameof(ActionItem.GroupId))
                && (
                    EF.Property<Visibility>(item, nameof(Visibility)) == Visibility.Public
                    || (
                        EF.Property<Visibility>(item, nameof(Visibility)) == Visibility.Members
                        && (group.Visibility == Visibility.Closed || members.Contains(group.Id))
                    )
                    || closed.Contains(group.Id)
                )
            )
        );
    }

    private static DbSet<Group> GroupsBeside<T>(DbSet<T> items)
        where T : class => items.GetService<ICurrentDbContext>().Context.Set<Group>();
}
