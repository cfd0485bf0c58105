using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain;
using SigHub.Web.Features.Tokens;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Tokens;

public sealed class Speaking_for_a_person : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task A_token_says_who_it_speaks_for(Database database)
    {
        var hub = await Open(database);
        var secret = await Make(hub, Cast.Ada);

        var (status, body) = await Ask(hub, secret);

        status.ShouldBe(HttpStatusCode.OK, body.ToString());
        body.GetProperty("name").GetString().ShouldBe("Ada Quill");
        body.GetProperty("isAdministrator").GetBoolean().ShouldBeFalse();
        var role = body.GetProperty("roles").EnumerateArray().ShouldHaveSingleItem();
        role.GetProperty("groupName").GetString().ShouldBe("SIG/Compute");
        role.GetProperty("role").GetString().ShouldBe("chair");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_a_hash_of_it_is_kept(Database database)
    {
        var hub = await Open(database);

        var secret = await Make(hub, Cast.Ada);

        secret.ShouldStartWith(BearerToken.Prefix);
        var kept = await hub.Look(db => db.AccessTokens.SingleAsync());
        kept.SecretHash.ShouldBe(Secret.Hash(secret));
        kept.SecretHash.ShouldNotContain(secret[BearerToken.Prefix.Length..]);
    }

    [Theory, OnEveryDatabase]
    public async Task None_or_a_wrong_one_is_refused_with_a_sentence(Database database)
    {
        var hub = await Open(database);
        await Make(hub, Cast.Ada);

        foreach (var secret in new[] { null, "", "sighub_" + Secret.New(), new string('x', 5000) })
        {
            var (status, body) = await Ask(hub, secret);
            status.ShouldBe(HttpStatusCode.Unauthorized);
            body.GetProperty("detail").GetString()!.ShouldContain("personal access token");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_when_it_expires(Database database)
    {
        var hub = await Open(database);
        var secret = await Make(hub, Cast.Ada, days: 30);

        hub.Clock.Advance(TimeSpan.FromDays(29.9));
        (await Ask(hub, secret)).Status.ShouldBe(HttpStatusCode.OK);
        hub.Clock.Advance(TimeSpan.FromDays(0.2));
        (await Ask(hub, secret)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_when_its_owner_revokes_it_and_nobody_else_can(Database database)
    {
        var hub = await Open(database);
        var secret = await Make(hub, Cast.Ada);
        var id = await hub.Look(db => db.AccessTokens.Select(token => token.Id).SingleAsync());

        await Should.ThrowAsync<RuleBroken>(() => hub.As<RevokeToken>(Cast.Robin, revoke => revoke.Run(id)));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<RevokeToken>(who: null, revoke => revoke.Run(id)));
        (await Ask(hub, secret)).Status.ShouldBe(HttpStatusCode.OK);

        await hub.As<RevokeToken>(Cast.Ada, revoke => revoke.Run(id));
        (await Ask(hub, secret)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await hub.As<ListTokens, IReadOnlyList<ListTokens.Row>?>(Cast.Ada, list => list.Run())).ShouldBe([]);
    }

    [Theory, OnEveryDatabase]
    public async Task It_ends_with_the_account_it_speaks_for(Database database)
    {
        var hub = await Open(database);
        var secret = await Make(hub, Cast.Ada);

        await hub.Look(db =>
            db.Users.Where(account => account.UserName == Cast.Ada)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.DisabledAt, hub.Clock.UtcNow()))
        );

        (await Ask(hub, secret)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task Its_owner_sees_when_it_was_last_used(Database database)
    {
        var hub = await Open(database);
        var secret = await Make(hub, Cast.Ada);
        (await Tokens(hub, Cast.Ada)).Single().LastUsedAt.ShouldBeNull();

        hub.Clock.Advance(TimeSpan.FromHours(2));
        await Ask(hub, secret);

        (await Tokens(hub, Cast.Ada)).Single().LastUsedAt.ShouldBe(hub.Clock.UtcNow());
        (await Tokens(hub, Cast.Ines)).ShouldBeEmpty();
        (await hub.As<ListTokens, IReadOnlyList<ListTokens.Row>?>(who: null, list => list.Run())).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_s_cookie_opens_nothing_there_and_a_token_no_page(Database database)
    {
        var hub = await Open(database);
        await using (var scope = hub.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.AddPasswordAsync((await accounts.FindByNameAsync(Cast.Ada))!, Visit.Password);
        }

        using var visit = Visit.Of(hub);
        (await visit.SignIn(Cast.Ada)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visit.Open("/api/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var other = Visit.Of(hub);
        other.Client.DefaultRequestHeaders.Authorization = new("Bearer", await Make(hub, Cast.Ada));
        (await other.Open("/import")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("", 30, "Give the token a name")]
    [InlineData("backup", 0, "lasts from one day")]
    [InlineData("backup", 367, "lasts from one day")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string name, int days, string sentence)
    {
        var hub = await Open(Database.Sqlite);

        var refused = await Should.ThrowAsync<RuleBroken>(() => Make(hub, Cast.Ada, name, days));

        refused.Message.ShouldContain(sentence);
        (await hub.Look(db => db.AccessTokens.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_visitor_makes_none()
    {
        var hub = await Open(Database.Sqlite);

        await Should.ThrowAsync<RuleBroken>(() => Make(hub, who: null));
    }

    private static Task<string> Make(Hub hub, string? who, string name = "backup", int days = 30) =>
        hub.As<MakeToken, string>(who, make => make.Run(name, TokenScope.Read, days));

    private static async Task<IReadOnlyList<ListTokens.Row>> Tokens(Hub hub, string who) =>
        (await hub.As<ListTokens, IReadOnlyList<ListTokens.Row>?>(who, list => list.Run()))!;

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Ask(Hub hub, string? secret)
    {
        using var client = hub.CreateClient();
        if (secret is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await client.GetAsync(new Uri("/api/me", UriKind.Relative));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
