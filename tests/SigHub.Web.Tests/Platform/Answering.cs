using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Platform;

public sealed class Answering : HubTest
{
    protected override bool NeedsCircuits => true;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/groups", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/no-such-file.css", HttpStatusCode.NotFound)]
    [InlineData("/sighub.css", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/_content/Radzen.Blazor/Radzen.Blazor.js", HttpStatusCode.OK)]
    [InlineData("/_blazor/initializers", HttpStatusCode.Unauthorized)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Every_answer_says_what_a_browser_must_not_do(string path, HttpStatusCode status)
    {
        using var visit = Visit.Of(await Open(Database.Sqlite));

        var answer = await visit.Open(path);

        answer.Status.ShouldBe(status);
        ShouldBeHardened(answer);
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_s_page_holds_nothing_for_a_circuit_and_may_be_kept(Database database)
    {
        using var visit = Visit.Of(await Open(database));

        var page = await visit.Open("/groups");

        page.Text.ShouldContain("SIG/Compute");
        page.Text.ShouldNotContain("<!--Blazor");
        page.Text.ShouldNotContain("blazor.web.js");
        page.Header("Set-Cookie").ShouldBeEmpty();
        page.Header("Cache-Control").ShouldBe("public, max-age=0, s-maxage=60");
        page.Header("Vary").ShouldContain("Cookie");
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_of_somebody_signed_in_is_kept_by_nobody_and_becomes_live(Database database)
    {
        var hub = await Open(database);
        using var visit = await SignedIn(hub);

        var page = await visit.Open("/groups");
        var negotiated = await visit.Client.PostAsync(
            new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative),
            content: null
        );

        page.Text.ShouldContain("<!--Blazor:{");
        page.Text.ShouldContain("<!--Blazor-Server-Component-State:");
        page.Header("Cache-Control").ShouldContain("no-store");
        negotiated.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_opens_a_circuit_without_having_signed_in(Database database)
    {
        using var visit = Visit.Of(await Open(database));

        var negotiated = await visit.Client.PostAsync(
            new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative),
            content: null
        );
        var connected = await visit.Open("/_blazor?id=anything");

        negotiated.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        connected.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task An_error_is_a_page_with_the_number_that_stands_in_the_log(Database database)
    {
        var hub = await Open(database);
        using var visit = Visit.Of(hub);
        await hub.Look(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE groups RENAME TO lost"));

        var answer = await visit.Open("/groups");

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Heading.ShouldBe("Something went wrong on our side");
        answer.Html.QuerySelector("main code")!.TextContent.ShouldNotBeEmpty();
        answer.Text.ShouldNotContain("Exception");
        answer.Header("Cache-Control").ShouldContain("no-store");
        ShouldBeHardened(answer);
    }

    [Theory, OnEveryDatabase]
    public async Task Where_even_that_page_fails_a_sentence_is_left(Database database)
    {
        var hub = await Open(database);
        using var visit = await SignedIn(hub);
        await hub.Look(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE accounts RENAME TO lost"));
        hub.Clock.Advance(TimeSpan.FromMinutes(2));

        var answer = await visit.Open("/groups");

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Text.ShouldStartWith("SigHub cannot answer just now.");
        ShouldBeHardened(answer);
    }

    [Theory, OnEveryDatabase]
    public async Task A_circuit_asks_whether_its_account_still_stands(Database database)
    {
        var hub = await Open(database);
        await using var often = hub.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services =>
                services.Configure<SecurityStampValidatorOptions>(options =>
                    options.ValidationInterval = TimeSpan.FromMilliseconds(50)
                )
            )
        );
        await using var circuit = often.Services.CreateAsyncScope();
        var states = (ServerAuthenticationStateProvider)
            circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        var ada = await hub.Look(db => db.Users.SingleAsync(account => account.UserName == Cast.Ada));
        var claims = await Claims(circuit.ServiceProvider, ada);
        claims.Identities.First().AddClaim(new Claim(CurrentPerson.SessionClaim, (await Session(hub, ada)).ToString()));

        states.SetAuthenticationState(Task.FromResult(new AuthenticationState(claims)));
        await Task.Delay(300);
        (await states.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated.ShouldBeTrue();

        await hub.Look(db =>
            db.Users.Where(account => account.Id == ada.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, "another"))
        );
        for (var tries = 0; tries < 100 && await IsSignedIn(); tries++)
            await Task.Delay(50);
        (await IsSignedIn()).ShouldBeFalse();

        async Task<bool> IsSignedIn() => (await states.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;
    }

    private static Task<Guid> Session(Hub hub, Account account) =>
        hub.Look(async db =>
        {
            var (id, now) = (Guid.NewGuid(), hub.Clock.UtcNow());
            db.Sessions.Add(
                new Session
                {
                    Id = id,
                    AccountId = account.Id,
                    Device = "a test",
                    CreatedAt = now,
                    LastSeenAt = now,
                }
            );
            await db.SaveChangesAsync();
            return id;
        });

    private static async Task<ClaimsPrincipal> Claims(IServiceProvider services, Account account) =>
        await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);

    private static async Task<Visit> SignedIn(Hub hub)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await accounts.AddPasswordAsync((await accounts.FindByNameAsync(Cast.Ada))!, Visit.Password);
        var visit = Visit.Of(hub);
        (await visit.SignIn(Cast.Ada)).Status.ShouldBe(HttpStatusCode.Redirect);
        return visit;
    }

    private static void ShouldBeHardened(Answered answer)
    {
        answer.Header("Content-Security-Policy").ShouldBe(SecurityHeaders.ContentSecurityPolicy);
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Referrer-Policy").ShouldBe("same-origin");
        answer.Header("Permissions-Policy").ShouldNotBeEmpty();
        answer.Header("Server").ShouldBeEmpty();
    }
}
