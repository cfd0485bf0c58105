using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <content>What people may change about a person.</content>
public sealed partial class Person
{
    public const string NameAfterErasure = "A former member";

    /// <summary>The words that stand in the place of a name that was erased; they name nobody.</summary>
    public static bool IsErasedName(string name) => Same(name.Trim(), NameAfterErasure);

    public PersonRenamed Rename(Actor by, string name, DateTime now)
    {
        MayChange(by);
        var newName = Words.Name(name, "A person needs a name.");
        RuleBroken.If(newName == DisplayName, "This is the name already.");

        ShowAs(newName, now);
        return new PersonRenamed(Subject, by.PersonId, now);
    }

    /// <summary>An account signs in as this person, once an administrator or a lead of one of the person's groups says so.</summary>
    public PersonClaimed BelongTo(Actor by, Guid accountId, IEnumerable<Guid> groupIds, DateTime now)
    {
        MayLearn();
        RuleBroken.Unless(
            by.IsAdministrator || groupIds.Any(by.Leads),
            "Only whoever leads a group of this person, or an administrator, can say whose account it is."
        );
        RuleBroken.If(AccountId is not null, "This person already has an account.");

        AccountId = accountId;
        return new PersonClaimed(Subject, by.PersonId, now);
    }

    /// <summary>Somebody opens the account they will sign in with: as a new person, or as the one an invitation names.</summary>
    public AccountOpened Open(Guid accountId, DateTime now)
    {
        MayLearn();
        RuleBroken.If(AccountId is not null, "This person already has an account.");

        AccountId = accountId;
        var account = new Subject(SubjectKind.Account, accountId, GroupId: null, "an account", Visibility.Public);
        return new AccountOpened(account, Id, now);
    }

    /// <summary>Everything that is kept on the person goes; records keep a person without a name.</summary>
    public PersonErased Erase(Actor by, DateTime now)
    {
        MayChange(by);
        DisplayName = NameAfterErasure;
        AccountId = null;
        aliases.Clear();
        affiliations.Clear();
        addresses.Clear();
        handles.Clear();
        Erasure = new Erasure(by.PersonId, now);
        return new PersonErased(Subject, by.PersonId, now);
    }

    /// <summary>Turns out to be another person, who gets the account.</summary>
    internal void GoInto(Person kept)
    {
        MustStand();
        kept.MustStand();
        (MergedIntoId, kept.AccountId, AccountId) = (kept.Id, kept.AccountId ?? AccountId, null);
    }

    /// <summary>Is a person of their own again, with the account they brought.</summary>
    internal void ComeBack(Person kept, Guid? accountId)
    {
        MergedIntoId = null;
        if (accountId is not null && kept.AccountId == accountId)
            (AccountId, kept.AccountId) = (accountId, null);
    }

    internal void Forget(Guid aliasId) => aliases.RemoveAll(alias => alias.Id == aliasId);

    /// <exception cref="RuleBroken">Erased, or merged into another person.</exception>
    internal void MustStand()
    {
        MayLearn();
        RuleBroken.If(MergedIntoId is not null, "This person was merged into another one meanwhile.");
    }

    /// <summary>The name and every alias.</summary>
    public IEnumerable<string> Names() => aliases.Select(a => a.Name).Prepend(DisplayName);

    private void ShowAs(string name, DateTime now)
    {
        var old = DisplayName;
        aliases.RemoveAll(a => Same(a.Name, name));
        DisplayName = name;
        if (!Same(old, name))
            aliases.Add(new PersonAlias(Ids.New(now), old));
    }

    private void MayChange(Actor by)
    {
        MustStand();
        RuleBroken.Unless(by.Is(Id) || by.IsAdministrator, "Only the person, or an administrator, can do this.");
    }

    private void MayLearn() => RuleBroken.If(IsErased, "What was kept on this person has been erased.");

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
