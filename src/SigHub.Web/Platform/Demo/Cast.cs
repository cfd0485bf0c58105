using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform.Demo;

/// <summary>
/// The people of the demo foundation and of the tests, their groups and their roles. All are invented.
/// </summary>
public static class Cast
{
    /// <summary>Signs in as administrator.</summary>
    public const string Robin = "robin";

    /// <summary>Chairs SIG/Compute.</summary>
    public const string Ada = "ada";

    /// <summary>Member of SIG/Compute and SIG/Inference.</summary>
    public const string Ines = "ines";

    /// <summary>Leads the steering committee, and with it every group below it.</summary>
    public const string Mira = "mira";

    /// <summary>Who can sign in, and how the sign-in page introduces them.</summary>
    public static readonly IReadOnlyList<(string UserName, string Name, string Introduction)> Accounts =
    [
        (Ada, "Ada Quill", "chair of SIG/Compute"),
        (Ines, "Ines Moreau", "member of SIG/Compute and SIG/Inference"),
        (Mira, "Mira Okafor", "committee lead over all groups"),
        (Robin, "Robin Vale", "administrator"),
    ];

    /// <summary>Adds people, accounts, groups and roles to an empty database; the caller saves.</summary>
    public static void Load(SigHubDb db, DateTime now)
    {
        var people = Accounts.ToDictionary(account => account.UserName, account => new Person(account.Name, now));
        var tomas = new Person("Tomas Lindqvist", now);
        db.People.AddRange([.. people.Values, tomas]);
        var robin = new Actor(people[Robin].Id, isAdministrator: true, []);
        foreach (var (userName, person) in people)
        {
            var account = NewAccount(userName, now);
            db.Users.Add(account);
            person.BelongTo(robin, account.Id, [], now);
        }

        var committee = NewGroup("Technical Steering Committee", GroupKind.Committee, parent: null);
        var hpc = NewGroup("SIG/Compute", GroupKind.Sig, committee);
        var ai = NewGroup("SIG/Inference", GroupKind.Sig, committee);
        var security = NewGroup("Security Response Team", GroupKind.Team, committee, Visibility.Closed);

        Appoint(people[Mira], committee, Role.Lead, "Northwind Labs");
        Appoint(people[Ada], hpc, Role.Chair, "Halden Computing");
        Appoint(people[Ines], hpc, Role.Member, "Institut Kermeur");
        Appoint(tomas, hpc, Role.Member, "Nordic Grid");
        Appoint(people[Ines], ai, Role.Member, "Institut Kermeur");
        Appoint(people[Mira], security, Role.Lead, "Northwind Labs");

        Group NewGroup(string name, GroupKind kind, Group? parent, Visibility visibility = Visibility.Public)
        {
            var group = Group.Create(robin, Slug.From(name), name, kind, parent?.Id, visibility, now);
            db.Groups.Add(group);
            return group;
        }

        void Appoint(Person person, Group group, Role role, string affiliation) =>
            db.Memberships.Add(Membership.Appoint(robin, person.Id, group.Id, role, affiliation, Term.Always, now));
    }

    private static Account NewAccount(string userName, DateTime now)
    {
        var email = $"{userName}@foundation.example";
        return new Account
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            IsAdministrator = userName == Robin,
        };
    }
}
