using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SigHub.Testing;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed partial class Becoming_the_first_administrator
{
    [Theory, OnEveryDatabase]
    public async Task The_code_in_the_log_makes_one_and_works_once(Database kind)
    {
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var server = await HubServer.Start(database, ("SigHub__Demo", "false"));
        var code = Code().Match(server.Log).Value;
        code.ShouldNotBeEmpty("the log should offer a code:\n" + server.Log);
        using var visit = NewVisit(server);

        (await visit.Open("/")).Html.QuerySelector("main .notice a")!.GetAttribute("href").ShouldBe("setup");
        using var second = NewVisit(server);
        var inTime = await second.Open("/setup");

        var wrong = await visit.Send(await visit.Open("/setup"), Filled("AAAA-AAAA-AAAA"));
        wrong.Problem.ShouldBe("This is not the code in the server's log.");

        var weak = await visit.Send(await visit.Open("/setup"), Filled(code, password: "short"));
        weak.Problem.ShouldBe("The password needs at least 12 characters, not all alike.");

        var done = await visit.Send(await visit.Open("/setup"), Filled(code.ToLowerInvariant()));
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Noor Haddad");

        var refused = await second.Send(inTime, Filled(code, "Kofi Baah", "kofi@example.org"));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Problem.ShouldBe("This portal has its administrator already.");
        var later = await second.Open("/setup");
        later.Heading.ShouldBe("This portal is set up");
        later.Html.QuerySelector("main form").ShouldBeNull();
        (await second.Open("/")).Html.QuerySelector("main .notice").ShouldBeNull();

        using var another = NewVisit(server);
        var back = await another.Send(
            await another.Open("/sign-in"),
            ("Posted.Name", "noor@example.org"),
            ("Posted.Password", Visit.Password)
        );
        back.Status.ShouldBe(HttpStatusCode.Redirect);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task After_the_demo_an_empty_portal_begins_in_a_file_of_its_own()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using (var demo = await HubServer.Start(database, ("SigHub__Demo", "true")))
        {
            Code().IsMatch(demo.Log).ShouldBeFalse(demo.Log);
            using var guest = NewVisit(demo);
            (await guest.Open("/setup")).Html.QuerySelector("main form").ShouldBeNull();
            (await guest.Open("/")).Html.QuerySelector("main .notice").ShouldBeNull();
        }

        await using var server = await HubServer.Start(database, ("SigHub__Demo", "false"));

        Code().IsMatch(server.Log).ShouldBeTrue(server.Log);
        using var visit = NewVisit(server);
        (await visit.Open("/groups")).Text.ShouldNotContain("SIG/Compute");
        (await visit.Open("/sign-in")).Text.ShouldNotContain("Ada Quill");
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Where_accounts_are_left_without_a_password_the_code_is_offered_until_somebody_has_one()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Postgres);
        await using (await HubServer.Start(database, ("SigHub__Demo", "true")))
        {
            // Fills the database.
        }

        await using (var server = await HubServer.Start(database, ("SigHub__Demo", "false")))
        {
            using var visit = NewVisit(server);
            var done = await visit.Send(await visit.Open("/setup"), Filled(Code().Match(server.Log).Value));
            done.Status.ShouldBe(HttpStatusCode.Redirect);
        }

        await using var again = await HubServer.Start(database, ("SigHub__Demo", "false"));

        Code().IsMatch(again.Log).ShouldBeFalse(again.Log);
    }

    private static Visit NewVisit(HubServer server) =>
        new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address });

    private static (string, string)[] Filled(
        string code,
        string name = "Noor Haddad",
        string email = "noor@example.org",
        string password = Visit.Password
    ) => [("Posted.Code", code), ("Posted.Name", name), ("Posted.Email", email), ("Posted.Password", password)];

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex Code();
}
