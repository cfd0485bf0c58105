using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// A person, or an administrator for them, has erased what is kept on them: account, names, affiliations, addresses, handles.
/// Minutes stay; where it is asked for, their full names in them become "a former member" too. It cannot be taken back.
/// </summary>
public sealed class ErasePerson(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    UserManager<Account> accounts,
    TimeProvider clock
)
{
    /// <param name="personId">Who is erased.</param>
    /// <param name="typedName">The name, typed again by whoever asks.</param>
    /// <param name="inMinutesToo">Also in the words of minutes, decisions, actions, milestones and sources.</param>
    /// <param name="stop">Stops it; then nothing is erased.</param>
    /// <exception cref="RuleBroken">The current person may not, or typed another name.</exception>
    public async Task Run(Guid personId, string typedName, bool inMinutesToo, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var person =
            await db.People.SingleOrDefaultAsync(one => one.Id == personId, stop)
            ?? throw new RuleBroken("This person is not here any more.");
        var (name, names, account) = (person.DisplayName, person.Names().ToList(), person.AccountId);

        // First, so that nobody is told the name who may not erase it.
        var fact = person.Erase(actor, clock.UtcNow());
        RuleBroken.Unless(
            string.Equals(typedName.Trim(), name, StringComparison.OrdinalIgnoreCase),
            $"Please type the name as it stands here, {name}, to say that you mean it."
        );
        await End(db, personId, stop);
        db.Record(fact);
        await db.SaveChangesAsync(stop);
        if (inMinutesToo)
            await db.ReplaceNames(personId, names, stop);
        await transaction.CommitAsync(stop);

        if (account is { } id && await accounts.FindByIdAsync(id.ToString()) is { } user)
            await accounts.DeleteAsync(user);
    }

    /// <summary>Whoever had been merged into them is erased with them.</summary>
    private static async Task End(SigHubDb db, Guid personId, CancellationToken stop)
    {
        var merges = db.Merges.Where(merge => merge.KeptId == personId || merge.GoneId == personId);
        await merges.ExecuteUpdateAsync(set => set.SetProperty(merge => merge.GoneName, Person.NameAfterErasure), stop);
        await db
            .People.Where(person => person.MergedIntoId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.DisplayName, Person.NameAfterErasure), stop);
        await db
            .Claims.Where(claim => claim.PersonId == personId || claim.ByPersonId == personId)
            .ExecuteDeleteAsync(stop);
    }
}
