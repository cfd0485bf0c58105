using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Portals;

/// <summary>Who may open an account.</summary>
public enum Registration
{
    Open,
    Invitation,
    Closed,
}

/// <summary>What administrators decide about the whole portal. There is one.</summary>
public sealed class Portal
{
    public const int LongestName = 60;

    /// <summary>The id of the one there is.</summary>
    public static readonly Guid TheOne = new("01900000-0000-7000-8000-000000000001");

    public Guid Id { get; private set; } = TheOne;

    /// <summary>What the portal is called in its frame and in mails.</summary>
    public string Name { get; private set; } = "SigHub";

    public Registration Registration { get; private set; } = Registration.Invitation;

    /// <summary>Whom to ask for an account, in words that visitors read on the sign-in page.</summary>
    public string? Contact { get; private set; }

    public int Version { get; private set; }

    public Subject Subject => new(SubjectKind.Portal, Id, GroupId: null, "the portal", Visibility.Public);

    /// <returns>A fact for each setting that changed.</returns>
    public IReadOnlyList<PortalChanged> Change(
        Actor by,
        string? name,
        Registration registration,
        string? contact,
        DateTime now
    )
    {
        RuleBroken.Unless(by.IsAdministrator, "Only an administrator can change settings.");
        var newName = Words.Name(name, "A portal needs a name.");
        RuleBroken.If(newName.Length > LongestName, $"A portal's name has {LongestName} characters at most.");
        var newContact = Words.Optional(contact);
        RuleBroken.If(
            newContact?.Length > Words.LongestName,
            $"Whom to ask has {Words.LongestName} characters at most."
        );

        List<PortalChanged> facts = [];
        Note("name", Name, newName);
        Note("registration", Registration.Named(), registration.Named());
        Note("whom to ask", Contact, newContact);
        (Name, Registration, Contact) = (newName, registration, newContact);
        return facts;

        void Note(string what, string? old, string? changed)
        {
            if (old != changed)
                facts.Add(new PortalChanged(Subject, by.PersonId, now, what, old, changed));
        }
    }
}

public static class RegistrationWords
{
    public static string Named(this Registration registration) =>
        registration switch
        {
            Registration.Open => "open",
            Registration.Invitation => "by invitation",
            Registration.Closed => "closed",
            _ => throw new ArgumentOutOfRangeException(nameof(registration)),
        };
}
