using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed class Signing_in : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task The_right_password_leads_to_where_one_came_from(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);

        var answer = await visit.SignIn(Cast.Ada, to: "groups?kind=sig");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Header("Location").ShouldBe("http://localhost/groups?kind=sig");
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Ada Quill");
    }

    [Theory, OnEveryDatabase]
    public async Task The_address_serves_as_a_name(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);

        (await visit.SignIn("ADA@foundation.example")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_nobody_has_and_a_wrong_password_are_answered_alike(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);

        var unknown = await visit.SignIn("nobody-of-this-name", "not the password");
        var wrong = await visit.SignIn(Cast.Ada, "not the password");
        var without = await visit.SignIn(Cast.Ines, "not the password");

        unknown.Problem.ShouldBe(SignIn.Refusal);
        wrong.Problem.ShouldBe(unknown.Problem);
        without.Problem.ShouldBe(unknown.Problem, "an account without a password is no different");
        wrong.Status.ShouldBe(unknown.Status);
        wrong.Text.Contains("not the password").ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task Five_wrong_passwords_lock_the_name_for_ten_minutes(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);

        for (var tries = 0; tries < 5; tries++)
            await visit.SignIn(Cast.Ada, "not the password");
        var locked = await visit.SignIn(Cast.Ada);

        locked.Status.ShouldBe(HttpStatusCode.OK);
        locked.Problem.ShouldBe(SignIn.Refusal, "what rests is no different from what is not there");
        var until = await hub.Look(db =>
            db.Users.Where(account => account.UserName == Cast.Ada).Select(account => account.LockoutEnd).SingleAsync()
        );
        (until!.Value - DateTimeOffset.UtcNow).TotalMinutes.ShouldBeInRange(8, 10);

        await hub.Look(db =>
            db.Users.ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, (DateTimeOffset?)null))
        );
        (await visit.SignIn(Cast.Ada)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("groups", "groups")]
    [InlineData("/groups/compute?tab=a#b", "groups/compute?tab=a#b")]
    [InlineData("meetings/2026-03-12?at=10:30", "meetings/2026-03-12?at=10:30")]
    [InlineData(null, "")]
    [InlineData("//evil.example", "evil.example")]
    [InlineData("///evil.example/x", "evil.example/x")]
    [InlineData("\\\\evil.example", "evil.example")]
    [InlineData("/\\evil.example", "evil.example")]
    [InlineData("groups\\..\\\\evil.example", "")]
    [InlineData("https://evil.example", "")]
    [InlineData("https:evil.example", "")]
    [InlineData("HTTP://evil.example", "")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("java\tscript:alert(1)", "")]
    [InlineData("/\t/evil.example", "")]
    [InlineData("/\n/evil.example", "")]
    [InlineData(" //evil.example", "")]
    [InlineData("data:text/html,x", "")]
    [InlineData("mailto:a@evil.example", "")]
    public void Nobody_is_sent_to_another_site(string? to, string expected)
    {
        var path = Local.Path(to);

        path.ShouldBe(expected);
        new Uri(new Uri("http://localhost/"), path).Host.ShouldBe("localhost");
    }

    [Theory, OnEveryDatabase]
    public async Task Sign_in_itself_leads_nowhere_else(Database database)
    {
        var hub = await OpenWithPassword(database);
        foreach (
            var to in new[] { "//evil.example", "\\\\evil.example", "https://evil.example/", "javascript:alert(1)" }
        )
        {
            using var visit = Visit.Of(hub);
            var answer = await visit.SignIn(Cast.Ada, to: to);
            answer.Header("Location").ShouldStartWith("http://localhost/", customMessage: to);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Too_many_tries_from_one_address_are_told_to_wait(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);
        var form = await visit.Open("/sign-in");

        Answered? last = null;
        for (var tries = 0; tries < 21; tries++)
            last = await visit.Send(form, ("Posted.Name", "x"), ("Posted.Password", "y"));

        last!.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Heading.ShouldBe("Too many tries from this address");
        int.Parse(last.Header("Retry-After")).ShouldBeInRange(1, 60);
        (await visit.Open("/sign-in")).Status.ShouldBe(HttpStatusCode.OK, "reading is never limited");
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_out_ends_it_and_needs_the_page_s_token(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);
        await visit.SignIn(Cast.Ada);
        var page = await visit.Open("/sign-in");

        using var empty = new FormUrlEncodedContent([]);
        var forged = await Answered.Of(await visit.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), empty));
        forged.Status.ShouldBe(HttpStatusCode.BadRequest);
        forged.Heading.ShouldBe("This form was not sent");

        var token = page.Html.QuerySelector("form[action=sign-out] input[name=__RequestVerificationToken]")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token.GetAttribute("value")!)]);
        var answer = await Answered.Of(await visit.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), form));
        answer.Header("Location").ShouldBe("/");
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Sign in");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_without_its_token_is_refused(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);
        using var form = new FormUrlEncodedContent([
            new("_handler", "sign-in"),
            new("Posted.Name", Cast.Ada),
            new("Posted.Password", Visit.Password),
        ]);

        var answer = await Answered.Of(await visit.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Heading.ShouldBe("This form was not sent");
        answer.Header("Set-Cookie").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cookies_are_kept_from_scripts_other_sites_and_open_wires(bool https)
    {
        var hub = await OpenWithPassword(Database.Sqlite);
        using var visit = Visit.Of(hub, https);

        var form = (await visit.Open("/sign-in")).Header("Set-Cookie");
        var session = (await visit.SignIn(Cast.Ada)).Header("Set-Cookie");

        form.ShouldStartWith("sighub-form=");
        session.ShouldStartWith("sighub-session=");
        foreach (var cookie in new[] { form, session })
        {
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldMatch("(?i)samesite=(lax|strict)");
            cookie.Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(https);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_account_that_is_gone_or_signed_out_everywhere_is_nobody_within_a_minute(Database database)
    {
        var hub = await OpenWithPassword(database);
        using var visit = Visit.Of(hub);
        await visit.SignIn(Cast.Ada);

        await hub.Look(db =>
            db.Users.Where(account => account.UserName == Cast.Ada)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.SecurityStamp, "another"))
        );
        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));

        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Sign in");
    }

    private async Task<Hub> OpenWithPassword(Database database)
    {
        var hub = await Open(database);
        await using var scope = hub.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var ada = await accounts.FindByNameAsync(Cast.Ada);
        (await accounts.AddPasswordAsync(ada!, Visit.Password)).Succeeded.ShouldBeTrue();
        return hub;
    }
}
