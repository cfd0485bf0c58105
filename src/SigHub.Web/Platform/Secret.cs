using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SigHub.Web.Platform;

/// <summary>What opens something for whoever holds it: a token, a link. It is shown once and kept as a hash.</summary>
public static class Secret
{
    /// <summary>256 random bits in 43 characters that stand in an address as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in 64 hexadecimal digits; with 256 random bits behind it, it needs no salt and no slowness.</summary>
    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
