using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <summary>Another name that documents use for a person.</summary>
public sealed class PersonAlias
{
    internal PersonAlias(Guid id, string name, Guid? groupId = null)
    {
        Id = id;
        Name = Words.Name(name, "An alias needs a name.");
        GroupId = groupId;
    }

    private PersonAlias() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The group whose documents alone write the person so: whoever may not see it does not see this name. Null for all.</summary>
    public Guid? GroupId { get; private set; }

    internal void IsForEverybody() => GroupId = null;
}

/// <summary>The organisation a person stands for, for a term.</summary>
public sealed class Affiliation
{
    internal Affiliation(Guid id, string organisation, Term term)
    {
        Id = id;
        Organisation = Words.Name(organisation, "An affiliation names an organisation.");
        Term = term;
    }

    private Affiliation() { }

    public Guid Id { get; private set; }
    public string Organisation { get; private set; } = "";
    public Term Term { get; private set; } = Term.Always;

    internal void EndBefore(DateOnly day) => Term = Term.EndingBefore(day);
}

/// <summary>A private e-mail address, in lower case.</summary>
public sealed class PersonAddress
{
    internal PersonAddress(Guid id, string email)
    {
        var address = Words.Name(email, "An e-mail address is missing.").ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        RuleBroken.If(
            at <= 0 || at == address.Length - 1 || address.Any(char.IsWhiteSpace),
            "This is no e-mail address; it looks like name@example.org."
        );

        Id = id;
        Email = address;
    }

    private PersonAddress() { }

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
}

/// <summary>A name on another service, as documents write it: "@ada" on "github"; the service is null when nobody says.</summary>
public sealed class PersonHandle
{
    internal PersonHandle(Guid id, string? service, string handle)
    {
        Id = id;
        Service = Words.Optional(service)?.ToLowerInvariant();
        Handle = Words.Name(handle.TrimStart('@', ' '), "A handle needs a name.");
    }

    private PersonHandle() { }

    public Guid Id { get; private set; }
    public string? Service { get; private set; }
    public string Handle { get; private set; } = "";
}
