using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <summary>
/// Two persons turned out to be one. What pointed to the one who goes points to the one who stays; until somebody takes it back
/// the other's page leads to theirs.
/// </summary>
public sealed class PersonMerge
{
    private PersonMerge() { }

    public Guid Id { get; private set; }
    public Guid GoneId { get; private set; }
    public Guid KeptId { get; private set; }

    /// <summary>The name of the one who went, which the other has learned as an alias.</summary>
    public string GoneName { get; private set; } = "";

    /// <summary>The account that came with the one who went.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>That alias, unless it was known before.</summary>
    public Guid? AliasId { get; private set; }

    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? TakenBackAt { get; private set; }

    /// <param name="by">Who says so.</param>
    /// <param name="gone">Ends as a name of the other.</param>
    /// <param name="kept">Keeps their name.</param>
    /// <param name="groupsOfEach">The groups in which each takes part: the one who goes, the one who stays.</param>
    /// <param name="rightsIn">
    /// The groups in which somebody's account gets confirmed roles by this; whoever merges leads them all, since nobody hands
    /// out rights they could not give.
    /// </param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">They cannot be one, or the actor may not say so.</exception>
    public static (PersonMerge Merge, PeopleMerged Fact) Of(
        Actor by,
        Person gone,
        Person kept,
        (IReadOnlyCollection<Guid> Gone, IReadOnlyCollection<Guid> Kept) groupsOfEach,
        IReadOnlyCollection<Guid> rightsIn,
        DateTime now
    )
    {
        RuleBroken.If(gone.Id == kept.Id, "Choose another person; this is the same one.");
        RuleBroken.Unless(
            MayMerge(by, groupsOfEach.Gone) && MayMerge(by, groupsOfEach.Kept),
            "Only whoever leads a group of both, or an administrator, can say that two persons are one."
        );
        RuleBroken.Unless(
            rightsIn.All(by.Leads),
            "One of them holds a role in a group that you do not lead. Ask an administrator to merge them."
        );
        RuleBroken.If(
            gone.AccountId is not null && kept.AccountId is not null,
            "Both have an account. One of the accounts has to go before they can be merged."
        );

        var merge = new PersonMerge
        {
            Id = Ids.New(now),
            GoneId = gone.Id,
            KeptId = kept.Id,
            GoneName = gone.DisplayName,
            AccountId = gone.AccountId,
            ByPersonId = by.PersonId,
            At = Ids.Utc(now),
        };
        gone.GoInto(kept);
        merge.AliasId = kept.LearnAlias(merge.GoneName, now) ? kept.Aliases[^1].Id : null;
        return (merge, new PeopleMerged(kept.Subject, by.PersonId, now));
    }

    /// <summary>They are two after all: the caller moves back what the merge moved.</summary>
    /// <exception cref="RuleBroken">It was taken back before, or the actor may not.</exception>
    public PeopleSeparated TakeBack(Actor by, Person gone, Person kept, DateTime now)
    {
        RuleBroken.If(TakenBackAt is not null, "This merge has been taken back already.");
        RuleBroken.Unless(
            by.IsAdministrator || by.Is(ByPersonId),
            "Only whoever merged them, or an administrator, can take it back."
        );
        RuleBroken.If(kept.IsErased, "What was kept on this person has been erased.");

        TakenBackAt = Ids.Utc(now);
        gone.ComeBack(kept, AccountId);
        if (AliasId is { } alias)
            kept.Forget(alias);
        return new PeopleSeparated(kept.Subject, by.PersonId, now);
    }

    private static bool MayMerge(Actor by, IReadOnlyCollection<Guid> groups) =>
        by.IsAdministrator || groups.Any(by.Leads);
}
