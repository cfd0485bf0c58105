using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Testing;
using SigHub.Web.Platform.Mail;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Platform;

public sealed class Sending_mail : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task What_a_busy_server_does_not_take_is_tried_again_until_it_does(Database database)
    {
        await using var server = new MailServer { IsBusy = true };
        var hub = await Open(database, server.Settings("https://hub.foundation.example"));

        await Write(hub, "noor@example.org", "Grüße aus dem Hub");
        await Until(hub, mail => mail.Problem is not null);
        var waiting = await hub.Look(db => db.Outbox.SingleAsync());
        waiting.Tries.ShouldBe(1);
        waiting.NextTryAt.ShouldBe(hub.Clock.GetUtcNow().UtcDateTime.AddMinutes(1));
        waiting.ProtectedText.ShouldNotContain("secret");

        server.IsBusy = false;
        hub.Clock.Advance(TimeSpan.FromMinutes(2));
        hub.Services.GetRequiredService<Outbox>().Wake();

        var mail = await server.Get(1);
        mail.Subject.ShouldBe("Grüße aus dem Hub");
        mail.Text.Trim().ShouldBe("Ein Wort – secret.");
    }

    [Theory, OnEveryDatabase]
    public async Task What_nobody_ever_takes_is_given_up_and_says_why(Database database)
    {
        await using var server = new MailServer { IsBusy = true };
        var hub = await Open(database, server.Settings("https://hub.foundation.example"));
        await Write(hub, "noor@example.org", "Hello");

        for (var tries = 1; tries <= Postman.MostTries; tries++)
        {
            var now = tries;
            await Until(
                hub,
                mail =>
                    mail.Tries == now
                    && mail.Problem is not null
                    && mail.NextTryAt != hub.Clock.GetUtcNow().UtcDateTime.AddMinutes(2)
            );
            hub.Clock.Advance(TimeSpan.FromHours(7));
            hub.Services.GetRequiredService<Outbox>().Wake();
        }

        await Until(hub, mail => mail.NextTryAt is null);
        var given = await hub.Look(db => db.Outbox.SingleAsync());
        given.NextTryAt.ShouldBeNull();
        given.Problem!.ShouldContain("not now");
    }

    private static Task<bool> Write(Hub hub, string to, string subject) =>
        hub.Look(async db =>
        {
            var outbox = hub.Services.GetRequiredService<Outbox>();
            outbox.Add(db, to, subject, "Ein Wort – secret.");
            await db.SaveChangesAsync();
            outbox.Wake();
            return true;
        });

    private static async Task Until(Hub hub, Func<Web.Persistence.OutgoingMail, bool> isSo)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var mail = await hub.Look(db => db.Outbox.AsNoTracking().SingleOrDefaultAsync());
            if (mail is not null && isSo(mail))
                return;
            await Task.Delay(50);
        }
    }
}
