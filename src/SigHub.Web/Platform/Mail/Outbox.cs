using System.Threading.Channels;
using Microsoft.AspNetCore.DataProtection;
using SigHub.Domain;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform.Mail;

/// <summary>
/// Takes mails down in the database, in the same save as what they tell of; <see cref="Postman"/> hands them over later. No
/// request waits for a mail server.
/// </summary>
public sealed class Outbox(Settings settings, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly Channel<bool> _something = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly IDataProtector _protector = protection.CreateProtector("SigHub.Mail");

    /// <summary>Whether there is a mail server; where there is none, links are handed over by hand.</summary>
    public bool IsOn => settings.Mail is not null;

    /// <summary>The address of a page of this portal, as it stands in a mail.</summary>
    /// <param name="link">Relative to SigHub's base.</param>
    public string Address(string link) => $"{settings.PublicUrl}/{link}";

    /// <summary>The caller saves, then says <see cref="Wake"/>.</summary>
    public void Add(SigHubDb db, string to, string subject, string text)
    {
        var now = clock.UtcNow();
        db.Outbox.Add(
            new OutgoingMail
            {
                Id = Ids.New(now),
                To = to,
                Subject = string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter)),
                ProtectedText = _protector.Protect(text),
                CreatedAt = now,
                NextTryAt = now,
            }
        );
    }

    /// <summary>There is something to hand over.</summary>
    public void Wake() => _something.Writer.TryWrite(true);

    internal string Read(OutgoingMail mail) => _protector.Unprotect(mail.ProtectedText);

    internal async Task UntilSomething(TimeSpan atMost, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(atMost);
        try
        {
            await _something.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Perhaps another web node left something.
        }
    }
}
