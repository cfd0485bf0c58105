using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Portals;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Administration;
using SigHub.Web.Platform.Demo;
using SigHub.Web.Tests.Accounts;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Administration;

public sealed class Keeping_the_house : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task A_disabled_account_is_nobody_at_its_next_act_and_cannot_sign_in(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Ada);
        var ada = await AccountOf(hub, Cast.Ada);

        await hub.As<ChangeAccount>(Cast.Robin, change => change.Run(ada, AccountChange.Disable));

        await Should.ThrowAsync<RuleBroken>(() => hub.As<ChangeMyName>(Cast.Ada, name => name.Run("Somebody")));
        (await hub.Look(db => db.Sessions.CountAsync())).ShouldBe(0);
        using var again = Visit.Of(hub);
        (await again.SignIn(Cast.Ada)).Problem.ShouldBe(SignIn.Refusal);
        hub.Clock.Advance(TimeSpan.FromMinutes(1.1));
        (await visit.Open("/me/account")).Status.ShouldBe(HttpStatusCode.Redirect);

        await hub.As<ChangeAccount>(Cast.Robin, change => change.Run(ada, AccountChange.Enable));
        (await again.SignIn(Cast.Ada)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_administrators_do_and_none_locks_themselves_out(Database database)
    {
        var hub = await Open(database);
        var (ada, robin) = (await AccountOf(hub, Cast.Ada), await AccountOf(hub, Cast.Robin));

        foreach (var who in new[] { null, Cast.Ada, Cast.Ines, Cast.Mira })
        {
            foreach (var change in Enum.GetValues<AccountChange>())
                await Should.ThrowAsync<RuleBroken>(() => hub.As<ChangeAccount>(who, use => use.Run(ada, change)));
            await Should.ThrowAsync<RuleBroken>(() => hub.As<MakeResetLink>(who, use => use.Run(ada)));
            await Should.ThrowAsync<RuleBroken>(() =>
                hub.As<ChangeSettings>(who, use => use.Run("Mine", Registration.Open, null, 0))
            );
            (await hub.As<ListUsers, ListUsers.Screen?>(who, use => use.Run(new()))).ShouldBeNull();
            (await hub.As<ShowUser, ShowUser.Screen?>(who, use => use.Run(ada))).ShouldBeNull();
            (await hub.As<ReadSettings, ReadSettings.Screen?>(who, use => use.Run())).ShouldBeNull();
            (await hub.As<ReadActivity, ReadActivity.Screen?>(who, use => use.Run(new()))).ShouldBeNull();
        }

        foreach (var change in new[] { AccountChange.Disable, AccountChange.UnmakeAdministrator })
            await Should.ThrowAsync<RuleBroken>(() => hub.As<ChangeAccount>(Cast.Robin, use => use.Run(robin, change)));
        (await hub.As<ListUsers, ListUsers.Screen?>(Cast.Robin, use => use.Run(new())))!.Count.ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task The_link_an_administrator_copies_sets_a_new_password(Database database)
    {
        var hub = await Open(database);
        var ines = await AccountOf(hub, Cast.Ines);

        var link = await hub.As<MakeResetLink, string>(Cast.Robin, make => make.Run(ines));
        using var visit = Visit.Of(hub);
        var done = await visit.Send(await visit.Open("/" + link), ("Posted.Password", Visit.Password));

        done.Heading.ShouldBe("Your new password is set");
        (await visit.SignIn(Cast.Ines)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Users_are_found_by_name_address_and_state(Database database)
    {
        var hub = await Open(database);

        async Task<List<string>> Find(string? text, string? state) =>
            [
                .. (
                    await hub.As<ListUsers, ListUsers.Screen?>(Cast.Robin, use => use.Run(new(text, state)))
                )!.Users.Select(user => user.Name),
            ];

        (await Find("quill", null)).ShouldBe(["Ada Quill"]);
        (await Find("MIRA@", null)).ShouldBe(["Mira Okafor"]);
        (await Find(null, "administrators")).ShouldBe(["Robin Vale"]);
        (await Find(null, "waiting")).ShouldBeEmpty();
        (await Find(null, "disabled")).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_setting_holds_at_once_and_two_do_not_overwrite_each_other(Database database)
    {
        var hub = await Open(database);
        using var visit = await hub.SignedIn(Cast.Robin);
        var first = await visit.Open("/admin/settings");
        var second = await visit.Open("/admin/settings");

        var saved = await visit.Send(
            first,
            ("Posted.Name", "Weavers’ Guild"),
            ("Posted.Registration", "Open"),
            ("Posted.Contact", "the office")
        );
        saved.Html.QuerySelector(".notice.good").ShouldNotBeNull(saved.Problem);
        (await visit.Open("/groups")).Html.QuerySelector(".brand")!.TextContent.Trim().ShouldBe("Weavers’ Guild");
        (await Visit.Of(hub).Open("/register")).Html.QuerySelector("input[name='Posted.Email']").ShouldNotBeNull();

        var late = await visit.Send(
            second,
            ("Posted.Name", "Other"),
            ("Posted.Registration", "Closed"),
            ("Posted.Contact", "")
        );
        late.Problem!.ShouldContain("Somebody else changed the settings");
        late.Html.QuerySelector("input[name='Posted.Name']")!
            .GetAttribute("value")
            .ShouldBe("Other", "what was typed is kept");
        (await hub.Look(db => db.Portals.SingleAsync())).Registration.ShouldBe(Registration.Open);
    }

    private static Task<Guid> AccountOf(Hub hub, string who) =>
        hub.Look(db => db.Users.Where(user => user.UserName == who).Select(user => user.Id).SingleAsync());
}
