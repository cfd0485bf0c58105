using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Portals;
using SigHub.Testing;
using SigHub.Web.Features.Accounts;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed class Opening_an_account : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task The_link_in_the_mail_confirms_the_address(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("http://localhost"));
        await hub.Set(Registration.Open);
        using var visit = Visit.Of(hub);

        var thanks = await visit.Send(await visit.Open("/register"), Filled("noor@example.org"));
        thanks.Text.ShouldContain("A mail is on its way to noor@example.org");
        (await visit.SignIn("noor@example.org")).Problem.ShouldBe(
            SignIn.Refusal,
            "nobody knows yet whose address it is"
        );

        var link = (await server.Get(1)).Link.PathAndQuery;
        var confirmed = await visit.Send(await visit.Open(link), ("_handler", "confirm"));
        confirmed.Heading.ShouldBe("Your address is confirmed");
        (await visit.SignIn("noor@example.org")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Noor Haddad");
    }

    [Theory, OnEveryDatabase]
    public async Task A_known_address_is_answered_like_any_other_and_told_by_mail(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("http://localhost"));
        await hub.Set(Registration.Open);
        using var visit = Visit.Of(hub);

        var known = await visit.Send(await visit.Open("/register"), Filled("ada@foundation.example"));
        var unknown = await visit.Send(await visit.Open("/register"), Filled("new@foundation.example"));

        known.Status.ShouldBe(unknown.Status);
        Content(known).ShouldBe(Content(unknown).Replace("new@", "ada@"));
        (await server.Get(2)).To.ShouldNotBe((await server.Get(1)).To);
        server.Received.Single(mail => mail.To.StartsWith("ada")).Text.ShouldContain("There is one already");
        (await hub.Look(db => db.Users.CountAsync())).ShouldBe(5);
    }

    [Theory]
    [InlineData(Registration.Invitation)]
    [InlineData(Registration.Closed)]
    public async Task Nobody_does_where_it_is_not_open(Registration registration)
    {
        var hub = await Open(Database.Sqlite);
        await hub.Set(registration);
        using var visit = Visit.Of(hub);

        (await visit.Open("/register")).Html.QuerySelector("input[name='Posted.Email']").ShouldBeNull();
        await Should.ThrowAsync<Domain.RuleBroken>(() =>
            hub.As<Register>(who: null, register => register.Run("Noor Haddad", "noor@example.org", Visit.Password))
        );
        (await hub.Look(db => db.Users.CountAsync())).ShouldBe(4);
    }

    [Theory]
    [InlineData("noor", "looks like name@example.org")]
    [InlineData("Noor <noor@example.org>", "looks like name@example.org")]
    [InlineData("", "looks like name@example.org")]
    public async Task What_is_no_address_is_refused_with_a_sentence(string email, string sentence)
    {
        var hub = await Open(Database.Sqlite);
        await hub.Set(Registration.Open);
        using var visit = Visit.Of(hub);

        var refused = await visit.Send(await visit.Open("/register"), Filled(email));

        refused.Problem!.ShouldContain(sentence);
        refused.Html.QuerySelector("input[name='Posted.Name']")!.GetAttribute("value").ShouldBe("Noor Haddad");
        refused.Text.ShouldNotContain(Visit.Password);
    }

    private static (string, string)[] Filled(string email) =>
        [("Posted.Name", "Noor Haddad"), ("Posted.Email", email), ("Posted.Password", Visit.Password)];

    private static string Content(Answered page) => page.Html.QuerySelector("main")!.TextContent;
}
