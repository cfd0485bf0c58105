using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SigHub.Domain.Imports;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

/// <summary><c>sighub import</c> as somebody runs it, with a token they made on their page.</summary>
public sealed class Importing_by_program : BrowserTest
{
    private const int All = 24;

    private readonly List<InventedDocument> _documents = [.. InventedDocuments.Of(All)];

    [Fact]
    public async Task All_moves_in_though_the_portal_is_restarted_meanwhile()
    {
        await using var database = await TestDatabase.Create(Database.Sqlite, FillWithDemo);
        await using var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
        var token = await MakeToken(server);
        var folder = Directory.CreateTempSubdirectory("sighub-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "all.zip"), InventedDocuments.Zip(_documents));

        using var program = Start(server, token, folder);
        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        while (!program.HasExited && await MovedIn(database) == 0)
            await Task.Delay(20);
        await server.Kill();
        await server.StartAgain();
        await program.WaitForExitAsync();

        (await complained).ShouldBeEmpty();
        (await said).ShouldEndWith($"{All} of {All} moved in.\n");
        program.ExitCode.ShouldBe(0);
        (await MovedIn(database)).ShouldBe(All);
    }

    [Fact]
    public async Task What_waits_for_a_look_is_told_with_its_address_and_a_wrong_token_with_a_sentence()
    {
        var server = await Serve(Database.Sqlite);
        var token = await MakeToken(server);
        var folder = Directory.CreateTempSubdirectory("sighub-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "notes.md"),
            "# Meeting\n\nPresent: Kit Lo\n\n- Kit to call\n"
        );

        var (code, said, _) = await Run(server, token, folder);
        code.ShouldBe(1);
        said.ShouldContain("notes.md: ");
        said.ShouldContain($"{server.Address}import/");
        said.ShouldEndWith("0 of 1 moved in.\n");

        var (refused, _, complained) = await Run(server, "sighub_no_such_token", folder);
        refused.ShouldBe(2);
        complained.ShouldContain("does not know this token");
    }

    private async Task<string> MakeToken(HubServer server)
    {
        var window = await OpenWindow(server);
        await window.SignIn("Robin Vale", to: "me/tokens");
        await window.Page.GetByLabel("What it is for").FillAsync("moving in");
        await window.Page.GetByLabel("Scope").SelectOptionAsync("Import");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        return await window.Page.GetByLabel("Your new token").InputValueAsync();
    }

    private Task<int> MovedIn(TestDatabase database)
    {
        var names = _documents.ConvertAll(document => document.FileName);
        return database.Look(db =>
            db.Arrivals.CountAsync(one => one.State == ArrivalState.MovedIn && names.Contains(one.FileName))
        );
    }

    private static async Task<(int Code, string Said, string Complained)> Run(
        HubServer server,
        string token,
        string folder
    )
    {
        using var program = Start(server, token, folder);
        var (said, complained) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, await said, await complained);
    }

    private static Process Start(HubServer server, string token, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(Repository.Output("src/SigHub.Cli"), "sighub.dll"));
        start.ArgumentList.Add("import");
        start.ArgumentList.Add(folder);
        start.Environment["SIGHUB_SERVER"] = server.Address.ToString();
        start.Environment["SIGHUB_TOKEN"] = token;
        return Process.Start(start)!;
    }
}
