using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <summary>
/// Somebody who takes part: with an account or without one, known under a name and its aliases. E-mail addresses are private:
/// they tell two people apart and are shown to nobody else.
/// </summary>
public sealed partial class Person
{
    private readonly List<PersonAlias> aliases = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly List<PersonAddress> addresses = [];
    private readonly List<PersonHandle> handles = [];

    public Person(string name, DateTime now)
    {
        Id = Ids.New(now);
        DisplayName = Words.Name(name, "A person needs a name.");
        CreatedAt = now;
    }

    private Person() { }

    public Guid Id { get; private set; }
    public string DisplayName { get; private set; } = "";

    /// <summary>The account that signs in as this person, if there is one.</summary>
    public Guid? AccountId { get; private set; }

    public Erasure? Erasure { get; private set; }

    /// <summary>The person that this one turned out to be.</summary>
    public Guid? MergedIntoId { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<PersonAlias> Aliases => aliases;
    public IReadOnlyList<Affiliation> Affiliations => affiliations;
    public IReadOnlyList<PersonAddress> Addresses => addresses;
    public IReadOnlyList<PersonHandle> Handles => handles;

    public bool IsErased => Erasure is not null;

    public Subject Subject => new(SubjectKind.Person, Id, GroupId: null, "a person", Visibility.Public);
}

/// <summary>Who had a person's data erased, and when.</summary>
public sealed record Erasure
{
    public Erasure(Guid byPersonId, DateTime at)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
}
