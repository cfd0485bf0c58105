using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

public sealed class Losing_the_circuit : BrowserTest
{
    /// <summary>Waits for the minute that it is about.</summary>
    [Fact]
    public async Task An_open_page_becomes_a_visitor_s_within_about_a_minute_of_being_signed_out_everywhere()
    {
        await using var database = await TestDatabase.CreateEmpty(Database.Sqlite);
        await using var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
        var window = await OpenWindow(server);
        await window.SignIn("Mira Okafor", to: "groups");
        await window.UntilLive();
        await Assertions.Expect(window.Page.GetByText("Security Response Team")).ToBeVisibleAsync();

        await SignOutEverywhere(database);

        var patience = new LocatorAssertionsToBeVisibleOptions { Timeout = 90_000 };
        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }))
            .ToBeVisibleAsync(patience);
        await Assertions.Expect(window.Page.GetByText("Security Response Team")).ToHaveCountAsync(0);
        (await window.Page.ContentAsync()).ShouldNotContain("blazor.web.js");
    }

    private static async Task SignOutEverywhere(TestDatabase database)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(database.DataPath, "demo.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE accounts SET security_stamp = 'another' WHERE user_name = 'mira'";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }
}
