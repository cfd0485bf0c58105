using System.Security.Cryptography;
using System.Text;

namespace SigHub.Web.Features.Accounts;

/// <summary>The one-time code in the log of a portal without an administrator; it lives as long as the process, and until it is used.</summary>
public sealed class FirstAdministrator
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private string? _code;

    /// <summary>A new code, twelve letters and digits in three groups; an older one is void.</summary>
    public string OfferCode() =>
        _code = string.Join(
            '-',
            RandomNumberGenerator.GetString(Letters, 12).Chunk(4).Select(part => new string(part))
        );

    public bool IsRight(string? code) =>
        _code is { } expected
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected),
            Encoding.UTF8.GetBytes((code ?? "").Trim().ToUpperInvariant())
        );

    public void Used() => _code = null;
}
