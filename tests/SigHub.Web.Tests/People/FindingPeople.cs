using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Testing;
using SigHub.Web.Features.People;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.People;

public sealed class Finding_people : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Somebody_is_found_where_they_take_part_in_something_visible(Database database)
    {
        var hub = await OpenScene(database);
        await SomebodyIsInTheClosedGroupOnly(hub);

        (await Names(who: null)).ShouldBe(["Ada Quill", "Ines Moreau", "Mira Okafor", "Tomas Lindqvist"]);
        (await Names(Cast.Ines)).ShouldNotContain("Quiet One");
        (await Names(Cast.Mira)).ShouldContain("Quiet One");
        (await Names(Cast.Robin)).ShouldContain("Robin Vale", "everybody sees themselves");

        async Task<IEnumerable<string>> Names(string? who) =>
            (await Browse(hub, who, new())).People.Select(person => person.Name);
    }

    [Theory, OnEveryDatabase]
    public async Task By_a_part_of_a_name_or_alias_and_by_group(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            ada.LearnAlias("Adelaide", hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Browse(hub, who: null, new(Text: "MOREAU"))).People.ShouldHaveSingleItem().Name.ShouldBe("Ines Moreau");
        (await Browse(hub, who: null, new(Text: "adel"))).People.ShouldHaveSingleItem().Name.ShouldBe("Ada Quill");
        var inference = await Browse(hub, who: null, new(Group: "inference"));
        var ines = inference.People.ShouldHaveSingleItem();
        ines.Roles.Select(role => role.Group).ShouldBe(["SIG/Compute", "SIG/Inference"]);
        ines.Affiliation.ShouldBe("Institut Kermeur");
    }

    [Theory, OnEveryDatabase]
    public async Task How_a_closed_group_writes_somebody_is_known_to_whoever_sees_the_group(Database database)
    {
        var hub = await OpenScene(database);
        var group = await SomebodyIsInTheClosedGroupOnly(hub);
        await hub.Look(async db =>
        {
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            ada.LearnAlias("Quillfeather", hub.Clock.UtcNow(), onlyIn: group);
            return await db.SaveChangesAsync();
        });
        var ada = await Id(hub, "Ada Quill");

        foreach (var (who, sees) in new[] { (null, false), (Cast.Ines, false), (Cast.Mira, true), (Cast.Ada, true) })
        {
            (await Show(hub, who, ada))!.Aliases.Contains("Quillfeather").ShouldBe(sees, who ?? "a visitor");
            if (who != Cast.Ada)
                (await Browse(hub, who, new(Text: "quillfeather"))).Count.ShouldBe(sees ? 1 : 0, who ?? "a visitor");
        }

        await hub.Look(async db =>
        {
            var known = await db.People.SingleAsync(person => person.Id == ada);
            known.LearnAlias("Quillfeather", hub.Clock.UtcNow()).ShouldBeFalse("it is known");
            return await db.SaveChangesAsync();
        });
        (await Show(hub, who: null, ada))!.Aliases.ShouldContain("Quillfeather", "others write it, too");
    }

    [Theory, OnEveryDatabase]
    public async Task More_than_a_hundred_take_a_second_page(Database database)
    {
        var hub = await Open(database);
        await hub.Look(async db =>
        {
            for (var i = 0; i < 120; i++)
                db.People.Add(new Person($"Somebody {i:000}", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });

        var second = await Browse(hub, Cast.Robin, new(Page: 2));
        var beyond = await Browse(hub, Cast.Robin, new(Page: 99));

        (second.Count, second.Pages, second.People.Count).ShouldBe((125, 2, 25));
        beyond.Page.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_of_a_person_shows_only_what_the_reader_may_see(Database database)
    {
        var hub = await OpenScene(database);
        var mira = await Id(hub, "Mira Okafor");

        var visitor = await Show(hub, who: null, mira);
        var herself = await Show(hub, Cast.Mira, mira);

        visitor!.Roles.ShouldHaveSingleItem().Group.ShouldBe("Technical Steering Committee");
        visitor.Actions.ShouldBeEmpty();
        herself!.Roles.Count.ShouldBe(2);
        herself.Actions.ShouldHaveSingleItem().Group.ShouldBe("Security Response Team");
        herself.IsMe.ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_takes_part_in_closed_groups_only_is_not_there_for_others(Database database)
    {
        var hub = await OpenScene(database);
        await SomebodyIsInTheClosedGroupOnly(hub);
        var quiet = await Id(hub, "Quiet One");

        (await Show(hub, who: null, quiet)).ShouldBeNull();
        (await Show(hub, Cast.Ines, quiet)).ShouldBeNull();
        (await Show(hub, Cast.Mira, quiet)).ShouldNotBeNull();
        (await Show(hub, Cast.Mira, Guid.NewGuid())).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Their_meetings_and_debts_are_told_and_no_address_ever(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            ada.LearnAlias("ada@foundation.example", hub.Clock.UtcNow());
            ada.LearnAlias("Ada Q.", hub.Clock.UtcNow());
            ada.LearnAffiliation("Halden Computing", new DateOnly(2025, 1, 1), hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        var ada = await Show(hub, Cast.Ines, await Id(hub, "Ada Quill"));

        ada!.Aliases.ShouldBe(["Ada Q."]);
        ada.Affiliations.ShouldHaveSingleItem().Organisation.ShouldBe("Halden Computing");
        ada.Actions.ShouldHaveSingleItem().Number.ShouldBe(3);
        (ada.Times, ada.Recent[0].Date).ShouldBe((3, new DateOnly(2026, 2, 26)));
    }

    /// <summary>Gives the group.</summary>
    private static Task<Guid> SomebodyIsInTheClosedGroupOnly(Hub hub) =>
        hub.Look(async db =>
        {
            var now = hub.Clock.UtcNow();
            var security = await db.Groups.SingleAsync(group => group.Name == "Security Response Team");
            var quiet = new Person("Quiet One", now);
            db.People.Add(quiet);
            db.Memberships.Add(
                Membership.FromDocument(
                    quiet.Id,
                    security.Id,
                    Role.Member,
                    title: null,
                    affiliation: null,
                    Term.Always,
                    now
                )
            );
            await db.SaveChangesAsync();
            return security.Id;
        });

    private static Task<Guid> Id(Hub hub, string name) =>
        hub.Look(db => db.People.Where(person => person.DisplayName == name).Select(person => person.Id).SingleAsync());

    private static Task<BrowsePeople.Screen> Browse(Hub hub, string? who, BrowsePeople.Filter filter) =>
        hub.As<BrowsePeople, BrowsePeople.Screen>(who, browse => browse.Run(filter));

    private static Task<ShowPerson.Screen?> Show(Hub hub, string? who, Guid id) =>
        hub.As<ShowPerson, ShowPerson.Screen?>(who, show => show.Run(id));
}
