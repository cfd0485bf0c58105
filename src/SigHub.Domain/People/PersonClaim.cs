using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <summary>
/// Somebody with an account says "this is me" of a person whom documents name. It comes true, as a merge, when whoever leads a
/// group of that person confirms it.
/// </summary>
public sealed class PersonClaim
{
    private PersonClaim() { }

    public Guid Id { get; private set; }

    /// <summary>Who is named in documents.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Who says to be that person.</summary>
    public Guid ByPersonId { get; private set; }

    public DateTime At { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedByPersonId { get; private set; }
    public bool? IsGranted { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => DecidedAt is null;

    /// <param name="by">Who claims; with an account of their own.</param>
    /// <param name="person">Without an account.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleBroken">The person has an account, or is no longer kept.</exception>
    public static (PersonClaim Claim, PersonAskedFor Fact) Of(Actor by, Person person, DateTime now)
    {
        RuleBroken.If(by.Is(person.Id), "This is you already.");
        RuleBroken.If(person.AccountId is not null, "This person has an account; ask an administrator.");
        person.MustStand();

        var claim = new PersonClaim
        {
            Id = Ids.New(now),
            PersonId = person.Id,
            ByPersonId = by.PersonId,
            At = Ids.Utc(now),
        };
        return (claim, new PersonAskedFor(person.Subject, by.PersonId, now));
    }

    /// <summary>Yes or no; after a yes the caller merges the two.</summary>
    /// <exception cref="RuleBroken">It is decided, or the actor may not decide: nobody grants their own claim.</exception>
    public PersonClaimDecided Decide(Actor by, Person claimed, IEnumerable<Guid> groupIds, bool isGranted, DateTime now)
    {
        RuleBroken.Unless(IsOpen, "Somebody has decided this already.");
        RuleBroken.Unless(
            by.IsAdministrator || groupIds.Any(by.Leads) && !by.Is(ByPersonId),
            "Only another person who leads a group of this person, or an administrator, can confirm this."
        );

        (IsGranted, DecidedByPersonId, DecidedAt) = (isGranted, by.PersonId, Ids.Utc(now));
        return new PersonClaimDecided(claimed.Subject, by.PersonId, now, ByPersonId, isGranted);
    }
}
