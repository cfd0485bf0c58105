using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Testing;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed class Forgetting_a_password : HubTest
{
    private const string Better = "five other words in a row";

    [Theory, OnEveryDatabase]
    public async Task The_link_in_the_mail_sets_a_new_one_once_and_ends_every_session(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("http://localhost"));
        using var elsewhere = await hub.SignedIn(Cast.Ada);
        using var visit = Visit.Of(hub);

        await visit.Send(await visit.Open("/forgot"), ("Posted.Email", "ada@foundation.example"));
        var link = (await server.Get(1)).Link.PathAndQuery;
        var weak = await visit.Send(await visit.Open(link), ("Posted.Password", "Ada Quill 2026"));
        weak.Problem!.ShouldContain("your name");
        var done = await visit.Send(await visit.Open(link), ("Posted.Password", Better));
        done.Heading.ShouldBe("Your new password is set");

        var again = await visit.Send(await visit.Open(link), ("Posted.Password", "six quite other words in a row"));
        again.Problem.ShouldBe("This link no longer counts. Ask for a new one.");
        (await visit.SignIn(Cast.Ada)).Problem.ShouldBe(SignIn.Refusal);
        (await visit.SignIn(Cast.Ada, Better)).Status.ShouldBe(HttpStatusCode.Redirect);
        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await elsewhere.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Sign in");
    }

    [Theory, OnEveryDatabase]
    public async Task A_known_and_an_unknown_address_are_answered_alike(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("http://localhost"));
        using var visit = Visit.Of(hub);

        var unknown = await visit.Send(await visit.Open("/forgot"), ("Posted.Email", "aya@foundation.example"));
        var known = await visit.Send(await visit.Open("/forgot"), ("Posted.Email", "ada@foundation.example"));

        known.Status.ShouldBe(unknown.Status);
        known
            .Html.QuerySelector("main")!
            .TextContent.ShouldBe(unknown.Html.QuerySelector("main")!.TextContent.Replace("aya@", "ada@"));
        (await server.Get(1)).To.ShouldBe("ada@foundation.example");
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_gets_three_an_hour(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("http://localhost"));

        for (var times = 0; times < 5; times++)
            await hub.As<AskForReset>(who: null, ask => ask.Run("ada@foundation.example"));

        await server.Get(3);
        (await hub.Look(db => db.Outbox.CountAsync())).ShouldBeLessThanOrEqualTo(3);
        (await hub.Look(db => db.Activity.CountAsync(entry => entry.Verb == "PasswordResetOffered"))).ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task A_made_up_link_opens_nothing(Database database)
    {
        var hub = await Open(database);
        var ada = await hub.Look(db => db.Users.SingleAsync(one => one.UserName == Cast.Ada));
        using var visit = Visit.Of(hub);

        foreach (var link in new[] { $"/reset?account={ada.Id:N}&code=AAAA", "/reset?account=x&code=%00", "/reset" })
        {
            var refused = await visit.Send(await visit.Open(link), ("Posted.Password", Better));
            refused.Problem.ShouldBe("This link no longer counts. Ask for a new one.", link);
        }
    }
}
