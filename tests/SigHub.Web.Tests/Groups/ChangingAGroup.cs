using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Groups;

public sealed class Changing_a_group : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task A_new_name_and_address_are_led_to_from_every_old_one(Database database)
    {
        var hub = await OpenScene(database);

        await Change(hub, Cast.Ada, "compute", now => now with { Name = "SIG/Clusters", Slug = "clusters" });
        await Change(hub, Cast.Ada, "clusters", now => now with { Slug = "grids" });

        using var visit = Visit.Of(hub);
        (await LedTo("/groups/compute")).ShouldBe("/groups/grids");
        (await LedTo("/groups/clusters/roadmap?scale=month")).ShouldBe("/groups/grids/roadmap?scale=month");
        (await LedTo("/groups/compute/meetings/2026-02-26")).ShouldBe("/groups/grids/meetings/2026-02-26");
        (await LedTo("/actions?group=compute&state=all")).ShouldBe("/actions?group=grids&state=all");
        (await visit.Open("/groups/grids")).Heading!.ShouldStartWith("SIG/Clusters");

        await Change(hub, Cast.Ada, "grids", now => now with { Slug = "compute" });
        (await visit.Open("/groups/compute")).Status.ShouldBe(HttpStatusCode.OK);
        (await LedTo("/groups/grids")).ShouldBe("/groups/compute");

        async Task<string> LedTo(string path)
        {
            var answer = await visit.Open(path);
            answer.Status.ShouldBe(HttpStatusCode.Redirect, path);
            return answer.Header("Location");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_old_address_of_a_group_that_is_not_for_everybody_leads_nowhere_for_the_others(
        Database database
    )
    {
        var hub = await OpenScene(database);
        await Change(hub, Cast.Robin, "security-response", now => now with { Slug = "embargo" });

        using var visit = Visit.Of(hub);
        (await visit.Open("/groups/security-response")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visit.Open("/groups/embargo")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_does_not_lead_it_cannot(Database database)
    {
        var hub = await OpenScene(database);
        var (seen, now) = await See(hub, Cast.Ada, "compute");

        (await hub.As<ReadSettings, ReadSettings.Screen?>(Cast.Ada, change => change.Run("compute")))!
            .Parents.Select(parent => (Guid?)parent.Id)
            .ShouldContain(now.ParentId, "it is shown where it stands");
        (await hub.As<ReadSettings, ReadSettings.Screen?>(Cast.Ines, change => change.Run("compute"))).ShouldBeNull();
        (await hub.As<ReadSettings, ReadSettings.Screen?>(who: null, change => change.Run("compute"))).ShouldBeNull();
        (await Refused(() => Run(Cast.Ines, now with { Name = "Mine" }))).ShouldBe(
            "Only whoever leads SIG/Compute can rename it."
        );
        (await Refused(() => Run(Cast.Ines, now with { Visibility = Visibility.Closed }))).ShouldContain(
            "Only whoever leads"
        );
        (await Refused(() => Run(Cast.Ada, now with { Slug = "inference" }))).ShouldContain("address of another group");
        (await Refused(() => Run(Cast.Ada, now with { Slug = "Not an address" }))).ShouldContain("use a to z");
        (await Refused(() => Run(Cast.Ada, now))).ShouldBe("Nothing is different yet.");
        (await Refused(() => Run(Cast.Ada, now with { ParentId = null }))).ShouldContain(
            "Only whoever leads the other group too"
        );

        Task<Slug> Run(string who, ChangeGroup.Wanted wanted) =>
            hub.As<ChangeGroup, Slug>(who, change => change.Run(seen, wanted));
    }

    [Theory, OnEveryDatabase]
    public async Task The_second_of_two_who_change_it_is_told(Database database)
    {
        var hub = await OpenScene(database);
        var (seen, now) = await See(hub, Cast.Ada, "compute");
        await Change(hub, Cast.Robin, "compute", before => before with { Zone = "Europe/Berlin" });

        var told = await Should.ThrowAsync<ChangedMeanwhile>(() =>
            hub.As<ChangeGroup, Slug>(Cast.Ada, change => change.Run(seen, now with { Name = "SIG/Clusters" }))
        );

        told.Changes.ShouldHaveSingleItem().By.ShouldBe("Robin Vale");
    }

    [Theory, OnEveryDatabase]
    public async Task An_archived_group_changes_by_leaving_that_state(Database database)
    {
        var hub = await OpenScene(database);
        await Change(hub, Cast.Ada, "compute", now => now with { State = GroupState.Archived });
        var (seen, now) = await See(hub, Cast.Ada, "compute");

        (
            await Refused(() =>
                hub.As<ChangeGroup, Slug>(Cast.Ada, change => change.Run(seen, now with { Name = "Other" }))
            )
        ).ShouldContain("is archived");
        await Change(hub, Cast.Ada, "compute", was => was with { State = GroupState.Active, Name = "Other" });
        (await See(hub, Cast.Ada, "compute")).Now.Name.ShouldBe("Other");
    }

    [Theory, OnEveryDatabase]
    public async Task A_group_goes_on_as_another_with_all_it_has(Database database)
    {
        var hub = await OpenScene(database);
        var compute = await Id(hub, "SIG/Compute");
        var inference = await Id(hub, "SIG/Inference");
        var (seen, _) = await See(hub, Cast.Robin, "inference");
        var shared = await hub.Look(async db =>
        {
            var theirs = await db.Meetings.SingleAsync(meeting => meeting.GroupId == inference);
            var day = await db.Meetings.Where(meeting => meeting.GroupId == compute).MinAsync(meeting => meeting.Date);
            await db
                .Meetings.Where(meeting => meeting.Id == theirs.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Date, day));
            return day;
        });
        var had = await Counts(hub, compute, inference);

        (await Refused(() => Merge(Cast.Ada, "SIG/Inference"))).ShouldContain("Only whoever leads SIG/Inference");
        (await Refused(() => Merge(Cast.Robin, "Inference"))).ShouldContain("type the name");
        await Merge(Cast.Robin, "SIG/Inference");

        (await hub.Look(db => db.Groups.AnyAsync(group => group.Id == inference))).ShouldBeFalse();
        (await Counts(hub, compute)).ShouldBe(had);
        using var visit = Visit.Of(hub);
        (await visit.Open("/groups/inference")).Header("Location").ShouldBe("/groups/compute");
        (await visit.Open($"/groups/inference/meetings/{shared:yyyy-MM-dd}"))
            .Header("Location")
            .ShouldBe($"/groups/compute/meetings/{shared:yyyy-MM-dd}-2");
        (await visit.Open($"/groups/compute/meetings/{shared:yyyy-MM-dd}-2")).Status.ShouldBe(HttpStatusCode.OK);

        Task Merge(string who, string typed) =>
            hub.As<MergeGroups, Slug>(who, merge => merge.Run(seen, compute, typed));
    }

    private static Task<(int, int, int, int, int)> Counts(Hub hub, params Guid[] groups) =>
        hub.Look(async db =>
            (
                await db.Meetings.CountAsync(one => groups.Contains(one.GroupId)),
                await db.Actions.CountAsync(one => groups.Contains(one.GroupId)),
                await db.Decisions.CountAsync(one => groups.Contains(one.GroupId)),
                await db.Milestones.CountAsync(one => groups.Contains(one.GroupId)),
                await db.Memberships.CountAsync(one => groups.Contains(one.GroupId))
            )
        );

    private static Task<Guid> Id(Hub hub, string name) =>
        hub.Look(db => db.Groups.Where(group => group.Name == name).Select(group => group.Id).SingleAsync());

    private static async Task<(Seen Seen, ChangeGroup.Wanted Now)> See(Hub hub, string who, string slug)
    {
        var screen = await hub.As<ReadSettings, ReadSettings.Screen?>(who, change => change.Run(slug));
        return (screen!.Seen, screen.Now);
    }

    private static async Task Change(
        Hub hub,
        string who,
        string slug,
        Func<ChangeGroup.Wanted, ChangeGroup.Wanted> wanted
    )
    {
        var (seen, now) = await See(hub, who, slug);
        await hub.As<ChangeGroup, Slug>(who, change => change.Run(seen, wanted(now)));
    }
}
