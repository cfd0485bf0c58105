using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform.Mail;

/// <summary>
/// Hands over what lies in the <see cref="Outbox"/>, one after the other. What a server does not take is tried again, later
/// each time, for about two days. Two web nodes never carry the same mail at once.
/// </summary>
public sealed class Postman(
    Settings settings,
    Outbox outbox,
    IDbContextFactory<SigHubDb> dbs,
    TimeProvider clock,
    ILogger<Postman> log
) : BackgroundService
{
    public const int MostTries = 14;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HandOver(stoppingToken);
            }
            catch (Exception reason) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(reason, "The outbox cannot be read just now");
            }

            await outbox.UntilSomething(s_pause, stoppingToken);
        }
    }

    private async Task HandOver(CancellationToken stop)
    {
        while (await Take(stop) is { } mail)
        {
            var problem = await TryToSend(mail, stop);
            await using var db = await dbs.CreateDbContextAsync(stop);
            var stored = db.Outbox.Where(one => one.Id == mail.Id);
            if (problem is null)
            {
                await stored.ExecuteDeleteAsync(stop);
                log.LogInformation("Mail {Mail} was handed over", mail.Id);
            }
            else
            {
                var next = mail.Tries >= MostTries ? (DateTime?)null : clock.UtcNow() + Wait(mail.Tries);
                await stored.ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.NextTryAt, next).SetProperty(one => one.Problem, problem),
                    stop
                );
                log.LogWarning("Mail {Mail} was not taken (try {Try}): {Problem}", mail.Id, mail.Tries, problem);
            }
        }
    }

    /// <summary>Somebody who dies carrying it leaves it to be tried again.</summary>
    private async Task<OutgoingMail?> Take(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        while (true)
        {
            var now = clock.UtcNow();
            var mail = await db
                .Outbox.AsNoTracking()
                .Where(one => one.NextTryAt <= now)
                .OrderBy(one => one.NextTryAt)
                .FirstOrDefaultAsync(stop);
            if (mail is null)
                return null;

            var again = now + (2 * s_patience);
            var taken = await db
                .Outbox.Where(one => one.Id == mail.Id && one.Tries == mail.Tries && one.NextTryAt == mail.NextTryAt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.NextTryAt, again).SetProperty(one => one.Tries, mail.Tries + 1),
                    stop
                );
            if (taken == 0)
                continue;

            mail.Tries++;
            return mail;
        }
    }

    /// <returns>Null when the server took it, else why not.</returns>
    private async Task<string?> TryToSend(OutgoingMail mail, CancellationToken stop)
    {
        var server = settings.Mail!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        try
        {
            using var message = new MailMessage
            {
                From = server.From,
                Subject = mail.Subject,
                SubjectEncoding = Encoding.UTF8,
                Body = outbox.Read(mail),
                BodyEncoding = Encoding.UTF8,
            };
            message.To.Add(new MailAddress(mail.To));
            message.Headers.Add("Auto-Submitted", "auto-generated");
            using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Tls };
            if (server.User is not null)
                client.Credentials = new NetworkCredential(server.User, server.Password);
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (Exception reason)
            when (reason is SmtpException or FormatException or ArgumentException or CryptographicException)
        {
            return (reason.InnerException?.Message ?? reason.Message).ReplaceLineEndings(" ");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "The mail server did not answer within a minute.";
        }
    }

    private static TimeSpan Wait(int tries)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, tries - 1));
        return wait < s_longestWait ? wait : s_longestWait;
    }
}
