using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

public sealed class Opening_the_door : BrowserTest
{
    private const string Password = "four words in a row";

    [Theory, OnEveryDatabase]
    public async Task A_chair_invites_somebody_who_takes_part_from_then_on(Database database)
    {
        await using var mail = new MailServer();
        var server = await Serve(database, mail.Settings("http://localhost:1"));
        var chair = await OpenWindow(server);
        await chair.SignIn("Ada Quill", to: "invitations?group=compute");
        await chair.ShouldBeAccessible();
        await chair.Page.GetByLabel("E-mail address").FillAsync("noor@example.org");
        await chair.Page.GetByLabel("Role in the group").SelectOptionAsync("Secretary");
        await chair.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Assertions
            .Expect(chair.Page.Locator("main").GetByRole(AriaRole.Status))
            .ToContainTextAsync("on its way to noor@example.org");
        await chair.ShouldBeAccessible();
        chair.ShouldBeClean();

        var invited = await OpenWindow(server, width: 360, dark: true);
        await invited.Page.GotoAsync((await mail.Get(1)).Link.PathAndQuery.TrimStart('/'));
        await invited.ShouldBeAccessible();
        await invited.Page.GetByLabel("Your name").FillAsync("Noor Haddad");
        await invited.Page.GetByLabel("Password").FillAsync(Password);
        await invited.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Assertions
            .Expect(invited.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("SIG/Compute");
        await Assertions
            .Expect(invited.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }))
            .ToBeVisibleAsync();
        invited.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_passkey_signs_in_without_a_password(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var devTools = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await window.SignIn("Ines Moreau", to: "me/sign-in");
        await window.ShouldBeAccessible();
        await window.Page.GetByLabel("What to call it").FillAsync("Laptop");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Laptop" }))
            .ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).WaitForAsync();
        await window.Page.GotoAsync("sign-in?to=me%2Faccount");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Your account");
        await Assertions.Expect(window.Page.Locator(".rail-me")).ToHaveTextAsync("Ines Moreau");
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_from_the_page_speaks_for_its_owner(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        await window.SignIn("Ada Quill", to: "me/tokens");
        await window.Page.GetByLabel("What it is for").FillAsync("backup");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        var secret = await window.Page.GetByLabel("Your new token").InputValueAsync();
        await window.ShouldBeAccessible();
        window.ShouldBeClean();

        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri("api/me", UriKind.Relative))).RootElement;
        answer.GetProperty("name").GetString().ShouldBe("Ada Quill");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Revoke backup" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("You have no token")).ToBeVisibleAsync();
        using var refused = await client.GetAsync(new Uri("api/me", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
