using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Actions;

/// <summary>
/// An owner, or whoever keeps the group's minutes, changes an action's words, its owners and the day it is due, in one go.
/// A name that fits one person of the group is that person; any other name stays a name.
/// </summary>
public sealed class ChangeAction(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the action since it was seen.</exception>
    /// <exception cref="RuleBroken">The action says no, or nothing would change.</exception>
    public async Task Run(Seen seen, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var action = await db.GetAction(actor, seen, stop);
        var owners = await Owners(db, action, wanted, stop);
        var now = clock.UtcNow();

        var facts = new List<Fact>();
        if (wanted.Text.Trim() != action.Text)
            facts.Add(action.Reword(actor, wanted.Text, now));
        if (!owners.SequenceEqual(action.Owners.OrderBy(owner => owner.Order).Select(owner => owner.Who)))
            facts.Add(action.Reassign(actor, owners, now));
        if (wanted.Due != action.Due)
            facts.Add(action.MakeDue(actor, wanted.Due, now));
        RuleBroken.If(facts.Count == 0, "Nothing is different yet.");

        facts.ForEach(db.Record);
        await db.SaveAsSeen(SubjectKind.Action, seen, stop);
    }

    private static async Task<List<Mention>> Owners(
        SigHubDb db,
        ActionItem action,
        Wanted wanted,
        CancellationToken stop
    )
    {
        var owning = action.Owners.Select(owner => owner.PersonId).ToList();
        var people = await (
            from person in db.People
            where
                owning.Contains(person.Id)
                || db.Memberships.Any(m => m.GroupId == action.GroupId && m.PersonId == person.Id)
            select new { person.Id, person.DisplayName }
        ).ToListAsync(stop);
        var names = people.ToDictionary(person => person.Id, person => person.DisplayName);
        var roster = new Roster(people.Select(person => (person.Id, person.DisplayName)));
        return [.. wanted.Owners.Select(Find)];

        Mention Find(string name)
        {
            if (action.Owners.FirstOrDefault(owner => owner.PersonId is null && owner.Name == name) is { } known)
                return known.Who;

            var match = roster.Find(name);
            RuleBroken.If(
                match.IsAmbiguous,
                $"“{name}” may be {string.Join(" or ", match.Candidates.Select(id => names[id]))}; write the whole name."
            );
            if (
                action.Owners.FirstOrDefault(owner => owner.PersonId is not null && owner.PersonId == match.PersonId) is
                { } same
            )
                return same.Who;

            return match.PersonId is { } id ? new Mention(names[id], id) : new Mention(name, personId: null);
        }
    }

    public sealed record Wanted(string Text, IReadOnlyList<string> Owners, DateOnly? Due);
}
