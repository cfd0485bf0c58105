using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed class Keeping_ones_account : HubTest
{
    private const string Better = "five other words in a row";

    [Theory, OnEveryDatabase]
    public async Task Another_name_holds_at_once(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);

        var changed = await visit.Send(await visit.Open("/me/account"), ("Posted.Name", "Ada Quill-Moreau"));

        changed.Html.QuerySelector(".notice.good")!.TextContent.Trim().ShouldBe("Your name is changed.");
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Ada Quill-Moreau");
    }

    [Theory, OnEveryDatabase]
    public async Task Another_password_needs_the_one_before_and_ends_the_other_sessions(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);
        using var elsewhere = await hub.SignedIn(Cast.Ada);

        var wrong = await visit.Send(
            await visit.Open("/me/sign-in"),
            ("Posted.Current", "not the password"),
            ("Posted.Password", Better)
        );
        wrong.Problem.ShouldBe("This is not your current password.");
        var done = await visit.Send(
            await visit.Open("/me/sign-in"),
            ("Posted.Current", Visit.Password),
            ("Posted.Password", Better)
        );
        done.Html.QuerySelector(".notice.good").ShouldNotBeNull(done.Problem);

        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await visit.Open("/me/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        using var again = Visit.Of(hub);
        (await again.SignIn(Cast.Ada)).Problem.ShouldBe(SignIn.Refusal);
        (await again.SignIn(Cast.Ada, Better)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_that_is_signed_out_from_elsewhere_is_nobody_within_a_minute(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);
        using var elsewhere = await hub.SignedIn(Cast.Ada);

        var list = await visit.Open("/me/sessions");
        list.Html.QuerySelectorAll("main .rows li").Length.ShouldBe(2);
        list.Html.QuerySelectorAll("main .rows .tag").Length.ShouldBe(1, "one of them is this one");
        var other = list.Html.QuerySelector("main .rows form input[name=_handler]")!.GetAttribute("value")!;
        await visit.Send(list, ("_handler", other));

        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await elsewhere.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await visit.Open("/me/sessions")).Html.QuerySelectorAll("main .rows li").Length.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_out_everywhere_ends_all_and_signing_out_ends_one(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);
        using var elsewhere = await hub.SignedIn(Cast.Ada);
        (await hub.Look(db => db.Sessions.CountAsync())).ShouldBe(2);

        await visit.Send(await visit.Open("/me/sessions"), ("_handler", "everywhere"));

        (await hub.Look(db => db.Sessions.CountAsync())).ShouldBe(0);
        (await visit.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect);
        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await elsewhere.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task A_code_is_asked_for_once_it_is_turned_on_and_a_recovery_code_serves_once(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);
        var offer = await visit.Open("/me/sign-in/codes");
        offer.Html.QuerySelector("img.qr")!.GetAttribute("src")!.ShouldStartWith("data:image/svg+xml");
        var key = offer.Html.QuerySelector("code")!.TextContent.Replace(" ", "").ToUpperInvariant();

        var wrong = await visit.Send(offer, ("Posted.Code", "000000"));
        wrong.Problem!.ShouldContain("not the code that the app shows");
        var on = await visit.Send(await visit.Open("/me/sign-in/codes"), ("Posted.Code", CodeOf(key)));
        var recovery = on.Html.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        recovery.Count.ShouldBe(10, on.Problem);

        using var other = Visit.Of(hub);
        var asked = await other.SignIn(Cast.Ada, to: "groups");
        asked.Header("Location").ShouldContain("/sign-in/code?to=groups");
        (await other.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect, "the password alone is not enough");
        var page = await other.Open(asked.Location);
        (await other.Send(page, ("Posted.Code", "000000"))).Problem!.ShouldContain("This code is not right");
        var done = await other.Send(page, ("Posted.Code", CodeOf(key)));
        done.Header("Location").ShouldEndWith("/groups");
        (await other.Open("/me/account")).Status.ShouldBe(HttpStatusCode.OK);

        using var lost = Visit.Of(hub);
        var withCode = await lost.Send(
            await lost.Open((await lost.SignIn(Cast.Ada)).Location),
            ("Posted.Code", recovery[0].ToLowerInvariant())
        );
        withCode.Status.ShouldBe(HttpStatusCode.Redirect, withCode.Problem);
        using var again = Visit.Of(hub);
        var spent = await again.Send(
            await again.Open((await again.SignIn(Cast.Ada)).Location),
            ("Posted.Code", recovery[0])
        );
        spent.Problem!.ShouldContain("This code is not right");
    }

    [Fact]
    public async Task A_visitor_has_none()
    {
        var hub = await Open(Database.Sqlite);

        (await hub.As<ShowMyAccount, ShowMyAccount.Screen?>(who: null, show => show.Run())).ShouldBeNull();
        (await hub.As<ListSessions, IReadOnlyList<ListSessions.Row>?>(who: null, list => list.Run())).ShouldBeNull();
        await Should.ThrowAsync<RuleBroken>(() => hub.As<ChangeMyName>(who: null, name => name.Run("Noor")));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<ChangeMyPassword>(who: null, set => set.Run("", Better)));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<TurnOnCodes>(who: null, codes => codes.Run("000000")));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<TurnOffCodes>(who: null, codes => codes.Run(Better)));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<RenewRecoveryCodes>(who: null, codes => codes.Run()));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<OfferCodes>(who: null, codes => codes.Run()));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<AddPasskey>(who: null, add => add.Run("{}", "x")));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<RemovePasskey>(who: null, remove => remove.Run([1])));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<EndSession>(who: null, end => end.Run(Guid.NewGuid())));
        await Should.ThrowAsync<RuleBroken>(() => hub.As<EndMySessions>(who: null, end => end.Run()));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1 (KHTML) Version/18 Safari/605.1",
        "Safari on macOS"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 (KHTML) Chrome/140 Safari/537 Edg/140.0",
        "Edge on Windows"
    )]
    [InlineData("<script>alert(1)</script>", "Unknown browser")]
    [InlineData("", "Unknown browser")]
    public void A_browser_is_told_in_words(string agent, string words) => Device.Of(agent).ShouldBe(words);

    /// <summary>As an authenticator app makes it (RFC 6238): SHA-1, 30 seconds, six digits.</summary>
    private static string CodeOf(string key)
    {
        var bits = string.Concat(
            key.Select(letter =>
                Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')
            )
        );
        var bytes = bits.Chunk(8)
            .Where(chunk => chunk.Length == 8)
            .Select(chunk => Convert.ToByte(new string(chunk), 2));
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30).Reverse().ToArray();
#pragma warning disable CA5350 // What the standard says.
        var hash = HMACSHA1.HashData(bytes.ToArray(), step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
