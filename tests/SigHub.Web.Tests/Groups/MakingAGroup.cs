using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Groups;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Groups;

public sealed class Making_a_group : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task It_gets_its_address_from_its_name_and_keeps_out_of_others(Database database)
    {
        var hub = await OpenScene(database);

        (await Create(Cast.Robin, "SIG/Testing", parent: null)).Value.ShouldBe("testing");
        (await Create(Cast.Robin, "Testing Working Group", parent: null)).Value.ShouldBe("testing-2");

        (await Refused(() => Create(Cast.Robin, "SIG/Testing", parent: null))).ShouldContain("already");
        (await Refused(() => Create(Cast.Robin, "  ", parent: null))).ShouldBe("A group needs a name.");

        Task<Slug> Create(string who, string name, Guid? parent) => Run(hub, who, name, parent);
    }

    [Theory, OnEveryDatabase]
    public async Task Below_a_group_only_whoever_leads_that_and_at_the_top_an_administrator(Database database)
    {
        var hub = await OpenScene(database);
        var compute = await hub.Look(db =>
            db.Groups.Where(group => group.Name == "SIG/Compute").Select(group => group.Id).SingleAsync()
        );

        (await Run(hub, Cast.Ada, "Images", compute)).Value.ShouldBe("images");
        (await Refused(() => Run(hub, Cast.Ada, "Alone", parent: null))).ShouldContain("Only an administrator");
        (await Refused(() => Run(hub, Cast.Ines, "Mine", compute))).ShouldContain("Only an administrator");
        (await Refused(() => Run(hub, who: null, "Mine", compute))).ShouldBe("Please sign in first.");

        (await Parents(Cast.Ines)).ShouldBeNull();
        (await Parents(who: null)).ShouldBeNull();
        (await Parents(Cast.Ada))!.MayStandAlone.ShouldBeFalse();

        Task<ListParents.Screen?> Parents(string? who) =>
            hub.As<ListParents, ListParents.Screen?>(who, list => list.Run());
    }

    private static Task<Slug> Run(Hub hub, string? who, string name, Guid? parent) =>
        hub.As<CreateGroup, Slug>(who, create => create.Run(new(name, GroupKind.Sig, parent, Visibility.Public)));
}
