using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Testing;
using SigHub.Web.Platform;

namespace SigHub.Browser.Tests;

public sealed class Every_page : BrowserTest
{
    /// <summary>What a page shows besides its first look.</summary>
    private static readonly string[] s_more =
    [
        "actions?state=all&sort=age",
        "groups?q=sig&kind=sig",
        "roadmap?scale=month",
        "people?q=nobody+has+this+name",
        "search?q=kernel+image*",
    ];

    [Fact]
    public async Task Suits_whoever_is_signed_in()
    {
        Assert.SkipUnless(LongTest.IsWanted, LongTest.HowToRun);
        var (server, database) = await ReadTogether(Database.Sqlite);
        var window = await OpenWindow(server);
        await window.SignIn("Robin Vale");

        var addresses = await Addresses(database);
        addresses.Count.ShouldBeGreaterThan(40);
        foreach (var address in addresses)
        {
            await window.Page.GotoAsync(address);
            await window
                .Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })
                .First.WaitForAsync();
            await window.ShouldSuitEverybody();
        }
    }

    [Fact]
    public async Task Suits_a_visitor()
    {
        Assert.SkipUnless(LongTest.IsWanted, LongTest.HowToRun);
        var (server, database) = await ReadTogether(Database.Sqlite);
        var window = await OpenWindow(server);

        foreach (var address in await Addresses(database))
        {
            await window.Page.GotoAsync(address);
            if (!window.Page.Url.Contains("sign-in?to=", StringComparison.Ordinal))
                await window.ShouldSuitEverybody();
        }
    }

    /// <summary>Every route, with something of the demo in its places.</summary>
    private static Task<List<string>> Addresses(TestDatabase database) =>
        database.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            var meeting = await db.Meetings.OrderBy(one => one.Date).FirstAsync(one => one.GroupId == group.Id);
            var document = await db.Documents.FirstAsync(one => one.GroupId == group.Id);
            var arrival = await db.Arrivals.FirstAsync(one => one.DocumentId == document.Id);
            var person = await db.People.FirstAsync(person => person.DisplayName == "Ada Quill");
            var action = await db.Actions.FirstAsync(one =>
                one.GroupId == group.Id && one.Visibility == Visibility.Public
            );
            var decision = await db.Decisions.FirstAsync();
            var milestone = await db.Milestones.FirstAsync();
            (string Place, string Value)[] places =
            [
                ("groups/{Slug}", $"groups/{group.Slug}"),
                ("meetings/{Address}", $"meetings/{meeting.Address}"),
                ("documents/{Id}", $"documents/{document.Id:N}"),
                ("import/{Id:guid}", $"import/{arrival.Id:N}"),
                ("imports/{Id:guid}", $"imports/{arrival.Id:N}"),
                ("users/{Id:guid}", $"users/{person.AccountId:N}"),
                ("people/{Id:guid}", $"people/{person.Id:N}"),
                ("actions/{Reference}", $"actions/{action.Reference}"),
                ("decisions/{Reference}", $"decisions/D-{decision.Number}"),
                ("roadmap/{Reference}", $"roadmap/{milestone.Reference}"),
                ("{Status:int}", "403"),
            ];
            var addresses = typeof(Settings)
                .Assembly.GetTypes()
                .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
                .Select(route =>
                    places
                        .Aggregate(
                            route.Template,
                            (path, place) => path.Replace(place.Place, place.Value, StringComparison.OrdinalIgnoreCase)
                        )
                        .TrimStart('/')
                )
                .Concat(s_more)
                .Order(StringComparer.Ordinal)
                .ToList();
            addresses.ShouldAllBe(address => !address.Contains('{'));
            return addresses;
        });
}
