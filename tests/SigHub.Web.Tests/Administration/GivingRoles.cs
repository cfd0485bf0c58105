using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Administration;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Administration;

public sealed class Giving_roles : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task An_imported_title_gives_rights_once_it_is_confirmed(Database database)
    {
        var hub = await Open(database);
        var title = await Title(hub, Cast.Ines, "SIG/Inference", Role.Chair);
        var group = await GroupId(hub, "SIG/Inference");

        await Should.ThrowAsync<RuleBroken>(() => Invite(hub, Cast.Ines, group));
        await hub.As<ConfirmRole>(Cast.Mira, confirm => confirm.Run(title));

        await Invite(hub, Cast.Ines, group);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Cast.Ines)]
    [InlineData(Cast.Ada)]
    public async Task Nobody_does_who_does_not_lead_the_group_least_of_all_for_themselves(string? who)
    {
        var hub = await Open(Database.Sqlite);
        var title = await Title(hub, Cast.Ines, "SIG/Inference", Role.Chair);
        var group = await GroupId(hub, "SIG/Inference");

        await Should.ThrowAsync<RuleBroken>(() => hub.As<ConfirmRole>(who, confirm => confirm.Run(title)));
        await Should.ThrowAsync<RuleBroken>(() =>
            hub.As<GrantRole>(who, grant => grant.Run(group, "Ada Quill", Role.Lead, null, null))
        );
        if (who != Cast.Ines)
            await Should.ThrowAsync<RuleBroken>(() => hub.As<EndRole>(who, end => end.Run(title)));
        var list = await hub.As<ListRoles, ListRoles.Screen?>(who, use => use.Run("inference"));
        (list?.Waiting ?? []).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_that_is_taken_away_is_refused_at_the_next_act(Database database)
    {
        var hub = await Open(database);
        var compute = await GroupId(hub, "SIG/Compute");
        await Invite(hub, Cast.Ada, compute);
        var chair = await hub.Look(db =>
            db.Memberships.Where(m => m.Role == Role.Chair).Select(m => m.Id).SingleAsync()
        );

        await hub.As<EndRole>(Cast.Mira, end => end.Run(chair));

        await Should.ThrowAsync<RuleBroken>(() => Invite(hub, Cast.Ada, compute));
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_for_a_term_counts_on_its_days(Database database)
    {
        var hub = await Open(database);
        var compute = await GroupId(hub, "SIG/Compute");
        var today = hub.Clock.Today();

        await hub.As<GrantRole>(
            Cast.Ada,
            grant => grant.Run(compute, "Ines Moreau", Role.CoChair, today.AddDays(2), today.AddDays(4))
        );

        await Should.ThrowAsync<RuleBroken>(() => Invite(hub, Cast.Ines, compute));
        hub.Clock.Advance(TimeSpan.FromDays(2));
        await Invite(hub, Cast.Ines, compute);
        hub.Clock.Advance(TimeSpan.FromDays(2));
        await Should.ThrowAsync<RuleBroken>(() => Invite(hub, Cast.Ines, compute));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_given_by_mistake_today_is_gone(Database database)
    {
        var hub = await Open(database);
        var compute = await GroupId(hub, "SIG/Compute");
        await hub.As<GrantRole>(Cast.Ada, grant => grant.Run(compute, "Tomas Lindqvist", Role.Observer, null, null));
        var role = await hub.Look(db =>
            db.Memberships.Where(m => m.Role == Role.Observer).Select(m => m.Id).SingleAsync()
        );

        await hub.As<EndRole>(Cast.Ada, end => end.Run(role));

        (await hub.Look(db => db.Memberships.CountAsync(m => m.Role == Role.Observer))).ShouldBe(0);
        (await hub.Look(db => db.Activity.CountAsync(entry => entry.Verb == "MembershipEnded"))).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Say who")]
    [InlineData("Nobody Special", "Nobody here is called")]
    [InlineData("Ines Moreau", "already")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string name, string sentence)
    {
        var hub = await Open(Database.Sqlite);
        var compute = await GroupId(hub, "SIG/Compute");

        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            hub.As<GrantRole>(Cast.Ada, grant => grant.Run(compute, name, Role.Member, null, null))
        );

        refused.Message.ShouldContain(sentence);
    }

    private static async Task<Guid> Title(Hub hub, string who, string group, Role role)
    {
        var id = await GroupId(hub, group);
        return await hub.Look(async db =>
        {
            var account = await db.Users.SingleAsync(user => user.UserName == who);
            var person = await db.People.SingleAsync(one => one.AccountId == account.Id);
            var membership = Membership.FromDocument(
                person.Id,
                id,
                role,
                "Chair",
                null,
                Term.Always,
                hub.Clock.UtcNow()
            );
            db.Memberships.Add(membership);
            await db.SaveChangesAsync();
            return membership.Id;
        });
    }

    private static Task<string> Invite(Hub hub, string who, Guid group) =>
        hub.As<Invite, string>(who, invite => invite.Run(null, group, Role.Member, null));

    private static Task<Guid> GroupId(Hub hub, string name) =>
        hub.Look(db => db.Groups.Where(group => group.Name == name).Select(group => group.Id).SingleAsync());
}
