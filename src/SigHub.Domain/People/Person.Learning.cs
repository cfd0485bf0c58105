using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <content>What documents teach about a person; each lesson says whether it was new.</content>
public sealed partial class Person
{
    /// <summary>Another spelling; a name that is known already is not kept twice.</summary>
    /// <param name="name">As it is written.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="onlyIn">The group that writes so, when not everybody may see it; null when the spelling is no secret.</param>
    public bool LearnAlias(string name, DateTime now, Guid? onlyIn = null)
    {
        MayLearn();
        var alias = new PersonAlias(Ids.New(now), name, onlyIn);
        if (aliases.Find(known => Same(known.Name, alias.Name)) is { } known)
        {
            if (known.GroupId != onlyIn)
                known.IsForEverybody();
            return false;
        }

        if (Same(DisplayName, alias.Name))
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

    private static bool IsKnownOn(Term term, DateOnly? day) => day is { } d ? term.Contains(d) : term.To is null;
}
