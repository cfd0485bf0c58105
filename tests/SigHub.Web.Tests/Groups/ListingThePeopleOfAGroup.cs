using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Testing;
using SigHub.Web.Features.Groups;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Groups;

public sealed class Listing_the_people_of_a_group : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Shows_who_leads_first_and_how_often_each_came(Database database)
    {
        var hub = await OpenScene(database);

        var list = await List(hub, who: null, "compute");

        list!.Current.Select(person => person.Name).ShouldBe(["Ada Quill", "Ines Moreau", "Tomas Lindqvist"]);
        var ada = list.Current[0];
        (ada.Affiliation, ada.Roles[0].Role, ada.Came!.Times).ShouldBe(("Halden Computing", Role.Chair, 3));
        ada.Came.Last.ShouldBe(new DateOnly(2026, 2, 26));
        list.Former.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Tells_imported_titles_from_confirmed_roles_and_former_people_from_those_of_today(
        Database database
    )
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Inference");
            var people = await db.People.ToDictionaryAsync(person => person.DisplayName, person => person.Id);
            var now = hub.Clock.UtcNow();
            db.Memberships.Add(
                Membership.FromDocument(
                    people["Tomas Lindqvist"],
                    group.Id,
                    Role.Lead,
                    "Toolset lead",
                    affiliation: null,
                    Term.Always,
                    now
                )
            );
            db.Memberships.Add(
                Membership.FromDocument(
                    people["Ada Quill"],
                    group.Id,
                    Role.Member,
                    title: null,
                    affiliation: null,
                    new Term(from: null, new DateOnly(2026, 3, 12)),
                    now
                )
            );
            return await db.SaveChangesAsync();
        });

        var list = await List(hub, who: null, "inference");

        var lead = list!.Current[0];
        (lead.Name, lead.Roles[0].Title, lead.Roles[0].IsConfirmed).ShouldBe(
            ("Tomas Lindqvist", "Toolset lead", false)
        );
        list.Former.ShouldHaveSingleItem().Name.ShouldBe("Ada Quill");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_group_has_none_for_others(Database database)
    {
        var hub = await Open(database);

        (await List(hub, who: null, "security-response")).ShouldBeNull();
        (await List(hub, Cast.Ines, "security-response")).ShouldBeNull();
        (await List(hub, Cast.Mira, "security-response"))!.Current.ShouldHaveSingleItem();
    }

    private static Task<ListGroupPeople.Screen?> List(Hub hub, string? who, string slug) =>
        hub.As<ListGroupPeople, ListGroupPeople.Screen?>(who, list => list.Run(slug));
}
