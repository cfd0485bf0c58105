using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <content>
/// What a document teaches about a person (each says whether it was new), and what people may change.
/// </content>
public sealed partial class Person
{
    public const string NameAfterErasure = "A former member";

    /// <summary>Another spelling; a name that is known already is not kept twice.</summary>
    public bool LearnAlias(string name, DateTime now)
    {
        MayLearn();
        var alias = new PersonAlias(Ids.New(now), name);
        if (Names().Contains(alias.Name, StringComparer.OrdinalIgnoreCase))
            return false;

        aliases.Add(alias);
        return true;
    }

    /// <summary>"Ada" turns out to be "Ada Quill": the fuller name is shown, the shorter one stays an alias.</summary>
    public bool LearnFullName(string name, DateTime now)
    {
        MayLearn();
        var full = Words.Name(name, "A person needs a name.");
        if (full.Length <= DisplayName.Length)
            return LearnAlias(full, now);

        ShowAs(full, now);
        return true;
    }

    public bool LearnAddress(string email, DateTime now)
    {
        MayLearn();
        var address = new PersonAddress(Ids.New(now), email);
        if (addresses.Exists(a => a.Email == address.Email))
            return false;

        addresses.Add(address);
        return true;
    }

    public bool LearnHandle(string? service, string handle, DateTime now)
    {
        MayLearn();
        var known = new PersonHandle(Ids.New(now), service, handle);
        if (handles.Exists(h => h.Service == known.Service && Same(h.Handle, known.Handle)))
            return false;

        handles.Add(known);
        return true;
    }

    /// <summary>From a day on (unknown when null) the person stands for this organisation; what was open before ends there.</summary>
    public bool LearnAffiliation(string organisation, DateOnly? from, DateTime now)
    {
        MayLearn();
        var affiliation = new Affiliation(Ids.New(now), organisation, Term.Since(from));
        if (affiliations.Exists(a => Same(a.Organisation, affiliation.Organisation) && IsKnownOn(a.Term, from)))
            return false;

        foreach (var open in affiliations.Where(a => a.Term.To is null && from > (a.Term.From ?? DateOnly.MinValue)))
            open.EndBefore(from!.Value);

        affiliations.Add(affiliation);
        return true;
    }

    /// <summary>The organisation on a day: of several, the one with the latest start.</summary>
    public string? AffiliationOn(DateOnly day) =>
        affiliations.Where(a => a.Term.Contains(day)).MaxBy(a => a.Term.From ?? DateOnly.MinValue)?.Organisation;

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
        MayLearn();
        RuleBroken.Unless(by.Is(Id) || by.IsAdministrator, "Only the person, or an administrator, can do this.");
    }

    private void MayLearn() => RuleBroken.If(IsErased, "What was kept on this person has been erased.");

    private static bool IsKnownOn(Term term, DateOnly? day) => day is { } d ? term.Contains(d) : term.To is null;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
