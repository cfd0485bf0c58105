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

        var wrong = await visit.Send(await visit.Open("/setup"), Filled("AAAA-AAAA-AAAA"));
        wrong.Problem.ShouldBe("This is not the code in the server's log.");

        var weak = await visit.Send(await visit.Open("/setup"), Filled(code, password: "short"));
        weak.Problem!.ShouldStartWith("The password needs at least 12 characters");

        var done = await visit.Send(await visit.Open("/setup"), Filled(code.ToLowerInvariant()));
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Noor Haddad");

        using var second = NewVisit(server);
        var refused = await second.Send(await second.Open("/setup"), Filled(code, "Kofi Baah", "kofi@example.org"));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Problem.ShouldNotBeNull();

        using var later = NewVisit(server);
        var back = await later.Send(
            await later.Open("/sign-in"),
            ("Posted.Name", "noor@example.org"),
            ("Posted.Password", Visit.Password)
        );
        back.Status.ShouldBe(HttpStatusCode.Redirect);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Where_somebody_can_sign_in_no_code_is_offered()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using (await HubServer.Start(database, ("SigHub__Demo", "true")))
        {
            // Fills the database.
        }

        await using var server = await HubServer.Start(database, ("SigHub__Demo", "false"));

        Code().IsMatch(server.Log).ShouldBeFalse(server.Log);
        using var visit = NewVisit(server);
        var refused = await visit.Send(await visit.Open("/setup"), Filled("AAAA-AAAA-AAAA"));
        refused.Problem.ShouldNotBeNull();
        (await visit.Open("/sign-in")).Text.ShouldNotContain("Ada Quill");
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
