using System.Net;
using SigHub.Testing;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Platform;

public sealed class Standing_behind_a_proxy
{
    [Fact]
    public async Task Below_a_path_every_asset_link_and_form_stays_below_it()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using var server = await HubServer.Start(database, ("SigHub__PathBase", "/hub"));
        using var visit = NewVisit(server);

        var page = await visit.Open("/hub/sign-in?to=groups");
        page.Html.QuerySelector("base")!.GetAttribute("href").ShouldBe("/hub/");
        page.Header("Set-Cookie").ShouldContain("path=/hub");

        var signedIn = await visit.Send(page, ("who", Cast.Ada));
        signedIn.Header("Location").ShouldBe("/hub/groups");
        signedIn.Header("Set-Cookie").ShouldContain("path=/hub");

        var groups = await visit.Open("/hub/groups");
        groups.Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Ada Quill");
        var addresses = groups
            .Html.QuerySelectorAll("link[href], script[src], a[href]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .ToList();
        addresses.ShouldNotBeEmpty();
        addresses.ShouldAllBe(address => groups.Resolve(address).StartsWith("/hub/"));
        foreach (var asset in groups.Html.QuerySelectorAll("link[href], script[src]"))
        {
            var path = "/hub/" + (asset.GetAttribute("href") ?? asset.GetAttribute("src"));
            (await visit.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.0.0.0/8", true)]
    public async Task What_it_says_of_the_client_is_believed_only_of_one_that_is_known(string? known, bool believed)
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using var server = await HubServer.Start(
            database,
            known is null ? [] : [("SigHub__KnownProxies__0", known), ("SigHub__KnownProxies__1", "::1")]
        );
        using var visit = NewVisit(server, "127.0.0.1");
        visit.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        visit.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        visit.Client.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/evil");

        var page = await visit.Open("/sign-in");

        page.Header("Set-Cookie").Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(believed);
        page.Text.ShouldNotContain("evil");
    }

    private static Visit NewVisit(HubServer server, string? host = null) =>
        new(
            new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = host is null ? server.Address : new UriBuilder(server.Address) { Host = host }.Uri,
            }
        );
}
