using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Portals;
using SigHub.Web.Features.Administration;
using SigHub.Web.Platform.Demo;
using SigHub.Web.Tests.Accounts;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Administration;

public sealed class Reading_the_log : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Filters_leave_what_fits_and_stand_in_the_address(Database database)
    {
        var hub = await OpenAfterADay(database);
        using var visit = await hub.SignedIn(Cast.Robin);
        var all = await Rows(hub, new());
        all.Count.ShouldBeGreaterThan(3);
        all.Select(row => row.Actor).Distinct().Count().ShouldBeGreaterThan(1);
        var one = all[0];

        (await Rows(hub, new(Who: one.Actor!.ToUpperInvariant()))).ShouldAllBe(row => row.Actor == one.Actor);
        (await Rows(hub, new(Kind: one.Kind.ToString()))).ShouldAllBe(row => row.Kind == one.Kind);
        (await Rows(hub, new(What: one.Verb.ToLowerInvariant()))).ShouldContain(row => row.Id == one.Id);
        (await Rows(hub, new(Group: "no-such-group"))).ShouldBeEmpty();
        var day = DateOnly.FromDateTime(one.At);
        (await Rows(hub, new(From: day, Until: day))).ShouldContain(row => row.Id == one.Id);
        (await Rows(hub, new(From: day.AddDays(1)))).ShouldNotContain(row => row.Id == one.Id);
        (await Rows(hub, new(Until: day.AddDays(-1)))).ShouldNotContain(row => row.Id == one.Id);

        var page = await visit.Open("/admin/activity?who=nobody%20at%20all&from=2026-02-30");
        page.Text.ShouldContain("Nothing fits.");
        page.Html.QuerySelector("a[download]")!
            .GetAttribute("href")
            .ShouldBe("admin/activity.csv?who=nobody%20at%20all");
    }

    [Theory, OnEveryDatabase]
    public async Task The_file_has_a_line_for_each_and_is_for_administrators(Database database)
    {
        var hub = await OpenAfterADay(database);
        using var visit = await hub.SignedIn(Cast.Robin);
        using var other = await hub.SignedIn(Cast.Mira);

        var csv = await visit.Open("/admin/activity.csv");

        csv.Header("Content-Type").ShouldBe("text/csv; charset=utf-8");
        csv.Header("Content-Disposition").ShouldContain("activity.csv");
        csv.Text.ShouldContain("at,who,what,told,about,group,kind,before,after");
        csv.Text.ShouldContain("gave the role of secretary");
        csv.Text.ShouldContain("\"'=Guild\"", Case.Sensitive, "a name that is a formula stays a name");
        (await other.Open("/admin/activity.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Visit.Of(hub).Open("/admin/activity.csv")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+49", "\"'+49\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("say \"hi\", you", "\"say \"\"hi\"\", you\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(null, "")]
    public void A_cell_is_never_a_formula(string? text, string cell) => ActivityCsv.Line([text]).ShouldBe(cell);

    private async Task<Hub> OpenAfterADay(Database database)
    {
        var hub = await Open(database);
        var compute = await hub.Look(db =>
            db.Groups.Where(group => group.Name == "SIG/Compute").Select(group => group.Id).SingleAsync()
        );
        await hub.As<ChangeSettings>(
            Cast.Robin,
            change => change.Run("=Guild", Registration.Open, "the office", version: -1)
        );
        await hub.As<GrantRole>(
            Cast.Ada,
            grant => grant.Run(compute, "Tomas Lindqvist", Role.Secretary, from: null, to: null)
        );
        return hub;
    }

    private static async Task<IReadOnlyList<ReadActivity.Row>> Rows(Hub hub, ReadActivity.Filter filter) =>
        (await hub.As<ReadActivity, ReadActivity.Screen?>(Cast.Robin, read => read.Run(filter)))!.Rows;
}
