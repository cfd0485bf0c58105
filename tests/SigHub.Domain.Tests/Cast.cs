using SigHub.Domain.Groups;

namespace SigHub.Domain.Tests;

/// <summary>
/// The Tidewater Foundation: its Steering Committee with Mira Okafor as lead, below it SIG/Compilers with Ada Quill (chair),
/// Sol Brandt (secretary), Ines Moreau and Tomas Lindqvist (members) and Olu Adeyemi (observer), below that the Docs team; and
/// SIG/Sails, which none of them belongs to and Kai Lund chairs. Root administers.
/// </summary>
internal static class Cast
{
    public static readonly DateTime Now = new(2026, 3, 4, 15, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2026, 3, 4);

    public static readonly Group Committee;
    public static readonly Group Compilers;
    public static readonly Group Docs;
    public static readonly Group Sails;
    public static readonly GroupTree Tree;

    public static readonly Actor Root = new(Guid.NewGuid(), isAdministrator: true, []);
    public static readonly Actor Mira;
    public static readonly Actor Ada;
    public static readonly Actor Sol;
    public static readonly Actor Ines;
    public static readonly Actor Tomas;
    public static readonly Actor Olu;
    public static readonly Actor Kai;
    public static readonly Actor Nobody = new(Guid.NewGuid(), isAdministrator: false, []);

    static Cast()
    {
        Committee = NewGroup("Steering Committee", GroupKind.Committee, parent: null);
        Compilers = NewGroup("SIG/Compilers", GroupKind.Sig, Committee.Id);
        Docs = NewGroup("Docs Team", GroupKind.Team, Compilers.Id);
        Sails = NewGroup("SIG/Sails", GroupKind.Sig, Committee.Id);
        Tree = new GroupTree(new[] { Committee, Compilers, Docs, Sails }.Select(g => (g.Id, g.ParentId)));
        Mira = In(Committee, Role.Lead);
        Ada = In(Compilers, Role.Chair);
        Sol = In(Compilers, Role.Secretary);
        Ines = In(Compilers, Role.Member);
        Tomas = In(Compilers, Role.Member);
        Olu = In(Compilers, Role.Observer);
        Kai = In(Sails, Role.Chair);
    }

    /// <summary>A group below the committee that nobody shares, so that a test may change it.</summary>
    public static Group FreshGroup() => NewGroup("SIG/Looms", GroupKind.Sig, Committee.Id);

    public static Actor In(Group group, Role role)
    {
        var personId = Guid.NewGuid();
        var membership = Membership.Appoint(Root, personId, group.Id, role, affiliation: null, Term.Always, Now);
        return Actor.Of(personId, isAdministrator: false, [membership], Tree, Today);
    }

    public static void ShouldBeRefused(Action act, string because) =>
        Should.Throw<RuleBroken>(act).Message.ShouldContain(because);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    private static Group NewGroup(string name, GroupKind kind, Guid? parent) =>
        Group.Create(Root, Slug.From(name), name, kind, parent, Visibility.Public, Now);
}
