using System.Net;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Domain.Portals;
using SigHub.Testing;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Accounts;

public sealed class Being_invited : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task The_link_opens_an_account_with_the_role_and_works_once(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Secretary);
        using var visit = Visit.Of(hub);

        var page = await visit.Open("/invitation?code=" + secret);
        page.Heading.ShouldBe("Ada Quill invites you");
        page.Text.ShouldContain("as secretary of SIG/Compute");
        var done = await visit.Send(page, Filled());

        done.Status.ShouldBe(HttpStatusCode.Redirect, done.Problem);
        (await visit.Open("/groups")).Html.QuerySelector(".rail-me")!.TextContent.ShouldBe("Noor Haddad");
        var role = await Roles(hub, "Noor Haddad");
        role.ShouldHaveSingleItem().Role.ShouldBe(Role.Secretary);
        role[0].GivesRightsOn(hub.Clock.Today()).ShouldBeTrue();

        using var second = Visit.Of(hub);
        (await second.Open("/invitation?code=" + secret)).Heading.ShouldBe("This invitation does not count");
        (await second.SignIn("noor@example.org")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_a_hash_is_kept(Database database)
    {
        var hub = await Open(database);

        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Member);

        var kept = await hub.Look(db => db.Invitations.SingleAsync());
        kept.SecretHash.ShouldBe(Secret.Hash(secret));
    }

    [Theory, OnEveryDatabase]
    public async Task It_expires(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Member);

        hub.Clock.Advance(Invitation.Lasts);

        (await Accept(hub, secret)).Message.ShouldBe("This invitation no longer counts. Ask for a new one.");
    }

    [Theory, OnEveryDatabase]
    public async Task It_can_be_taken_back_by_whoever_leads_and_by_nobody_else(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Member);
        var id = await hub.Look(db => db.Invitations.Select(one => one.Id).SingleAsync());

        foreach (var who in new[] { null, Cast.Ines })
            await Should.ThrowAsync<RuleBroken>(() => hub.As<RevokeInvitation>(who, revoke => revoke.Run(id)));
        await hub.As<RevokeInvitation>(Cast.Mira, revoke => revoke.Run(id));

        (await Accept(hub, secret)).Message.ShouldBe("This invitation no longer counts. Ask for a new one.");
    }

    [Theory, OnEveryDatabase]
    public async Task It_does_not_count_once_its_sender_lost_the_right_to_send_it(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Chair);

        await hub.Look(db => db.Memberships.Where(m => m.Role == Role.Chair).ExecuteDeleteAsync());

        (await Accept(hub, secret)).Message.ShouldContain("Only whoever leads a group can invite to it");
        (await hub.Look(db => db.Users.CountAsync())).ShouldBe(4);
    }

    [Theory]
    [InlineData(null, "SIG/Compute", false)]
    [InlineData(Cast.Ines, "SIG/Compute", false)]
    [InlineData(Cast.Ada, "SIG/Compute", true)]
    [InlineData(Cast.Ada, "SIG/Inference", false)]
    [InlineData(Cast.Ada, null, false)]
    [InlineData(Cast.Mira, "SIG/Inference", true)]
    [InlineData(Cast.Mira, null, false)]
    [InlineData(Cast.Robin, "SIG/Inference", true)]
    [InlineData(Cast.Robin, null, true)]
    public async Task Who_leads_a_group_invites_to_it_and_an_administrator_anywhere(
        string? who,
        string? group,
        bool may
    )
    {
        var hub = await Open(Database.Sqlite);

        if (may)
            await Send(hub, who, group, group is null ? null : Role.Member);
        else
            await Should.ThrowAsync<RuleBroken>(() => Send(hub, who, group, group is null ? null : Role.Member));

        (await hub.Look(db => db.Invitations.CountAsync())).ShouldBe(may ? 1 : 0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_known_person_gets_their_account(Database database)
    {
        var hub = await Open(database);
        var tomas = await hub.Look(db => db.People.SingleAsync(person => person.DisplayName == "Tomas Lindqvist"));

        var secret = await hub.As<Invite, string>(
            Cast.Robin,
            invite => invite.Run("tomas@example.org", null, null, tomas.Id)
        );
        using var visit = Visit.Of(hub);
        var page = await visit.Open("/invitation?code=" + secret);
        page.Text.ShouldContain("Tomas Lindqvist");
        var done = await visit.Send(
            page,
            ("Posted.Email", "somebody-else@example.org"),
            ("Posted.Password", Visit.Password)
        );

        done.Status.ShouldBe(HttpStatusCode.Redirect, done.Problem);
        var account = await hub.Look(db => db.Users.SingleAsync(one => one.Email == "tomas@example.org"));
        (await hub.Look(db => db.People.SingleAsync(one => one.Id == tomas.Id))).AccountId.ShouldBe(account.Id);
    }

    [Theory, OnEveryDatabase]
    public async Task A_chair_cannot_open_the_account_of_somebody_with_rights_elsewhere(Database database)
    {
        var hub = await Open(database);
        var tomas = await hub.Look(db => db.People.SingleAsync(person => person.DisplayName == "Tomas Lindqvist"));
        await hub.Look(async db =>
        {
            var committee = await db.Groups.SingleAsync(one => one.Name == "Technical Steering Committee");
            var robin = Actor.Administrator(tomas.Id);
            db.Memberships.Add(
                Membership.Appoint(robin, tomas.Id, committee.Id, Role.Lead, null, Term.Always, hub.Clock.UtcNow())
            );
            return await db.SaveChangesAsync();
        });
        var compute = await GroupId(hub, "SIG/Compute");

        var refused = await Should.ThrowAsync<RuleBroken>(() =>
            hub.As<Invite, string>(Cast.Ada, invite => invite.Run(null, compute, Role.Member, tomas.Id))
        );

        refused.Message.ShouldContain("Only whoever leads this person’s groups");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_who_is_signed_in_takes_the_role(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Mira, "SIG/Inference", Role.Chair);

        await hub.As<AcceptInvitation>(Cast.Ada, accept => accept.Run(secret, null, null, null));

        (await Roles(hub, "Ada Quill")).Count(role => role.GivesRightsOn(hub.Clock.Today())).ShouldBe(2);
        (await hub.Look(db => db.Users.CountAsync())).ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task Where_registration_is_closed_it_rests(Database database)
    {
        var hub = await Open(database);
        var secret = await Send(hub, Cast.Ada, "SIG/Compute", Role.Member);

        await hub.Set(Registration.Closed);

        (await Accept(hub, secret)).Message.ShouldContain("cannot be opened");
        await Should.ThrowAsync<RuleBroken>(() => Send(hub, Cast.Robin, "SIG/Compute", Role.Member));
    }

    [Theory, OnEveryDatabase]
    public async Task It_goes_by_mail_where_there_is_mail(Database database)
    {
        await using var server = new MailServer();
        var hub = await Open(database, server.Settings("https://hub.foundation.example"));
        var compute = await GroupId(hub, "SIG/Compute");

        var secret = await hub.As<Invite, string>(
            Cast.Ada,
            invite => invite.Run("noor@example.org", compute, Role.Member, null)
        );

        var mail = await server.Get(1);
        (mail.From, mail.To).ShouldBe(("hub@foundation.example", "noor@example.org"));
        mail.Subject.ShouldBe("An invitation to SigHub");
        mail.Text.ShouldContain("Ada Quill invites you to SigHub as member of SIG/Compute.");
        mail.Link.ToString().ShouldBe("https://hub.foundation.example/invitation?code=" + secret);
        await HubServer.Until(() => hub.Look(db => db.Outbox.CountAsync()).Result == 0);
        (await hub.Look(db => db.Outbox.CountAsync())).ShouldBe(0, "what was handed over is kept by nobody");
    }

    private static (string, string)[] Filled() =>
        [("Posted.Name", "Noor Haddad"), ("Posted.Email", "noor@example.org"), ("Posted.Password", Visit.Password)];

    private static async Task<string> Send(Hub hub, string? who, string? group, Role? role)
    {
        Guid? id = group is null ? null : await GroupId(hub, group);
        return await hub.As<Invite, string>(who, invite => invite.Run(null, id, role, null));
    }

    private static Task<RuleBroken> Accept(Hub hub, string secret) =>
        Should.ThrowAsync<RuleBroken>(() =>
            hub.As<AcceptInvitation>(
                who: null,
                accept => accept.Run(secret, "Noor Haddad", "noor@example.org", Visit.Password)
            )
        );

    private static Task<Guid> GroupId(Hub hub, string name) =>
        hub.Look(db => db.Groups.Where(group => group.Name == name).Select(group => group.Id).SingleAsync());

    private static Task<List<Membership>> Roles(Hub hub, string name) =>
        hub.Look(async db =>
        {
            var id = await db.People.Where(one => one.DisplayName == name).Select(one => one.Id).SingleAsync();
            return await db.Memberships.Where(m => m.PersonId == id).ToListAsync();
        });
}
