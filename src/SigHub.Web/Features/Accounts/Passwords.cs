using System.Globalization;
using SigHub.Domain;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// Which passwords are taken: long ones that are not among the first that are tried (NIST SP 800-63B, 5.1.1.2). There are no
/// rules of composition.
/// </summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const string List = "SigHub.Web.Features.Accounts.common-passwords.txt";

    /// <summary>A common word with no more than this around it is still a common word.</summary>
    private const int Adornment = 7;

    private static readonly Lazy<HashSet<string>> s_common = new(Load);

    /// <param name="known">What anybody may know of the account: name, address, the portal's name.</param>
    /// <exception cref="RuleBroken">It is too short or too long, common, or no more than what is known.</exception>
    public static void Check(string? password, params ReadOnlySpan<string?> known)
    {
        RuleBroken.If(
            password is null || password.Length < Shortest,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The password needs at least {Shortest} characters; a few words in a row are easy to keep in mind."
            )
        );
        RuleBroken.If(
            password.Length > Longest,
            string.Create(CultureInfo.InvariantCulture, $"The password has {Longest} characters at most.")
        );
        RuleBroken.If(
            IsCommon(password.ToLowerInvariant()),
            "This password is among the first that are tried. Take something less common."
        );
        foreach (var words in known)
            RuleBroken.If(
                Says(password, words),
                "The password says no more than your name, your address or the portal’s name. Take something else."
            );
    }

    private static bool IsCommon(string password)
    {
        var word = password.Trim([.. password.Where(letter => !char.IsLetter(letter))]);
        return s_common.Value.Contains(password)
            || (word.Length >= password.Length - Adornment && s_common.Value.Contains(word))
            || IsRepeated(password)
            || IsRun(password);
    }

    /// <summary>"abcabcabcabc", "passwordpassword".</summary>
    private static bool IsRepeated(string password) =>
        Enumerable
            .Range(1, password.Length / 2)
            .Where(length => length <= 8 && password.Length % length == 0)
            .Any(length => password.Skip(length).Zip(password).All(pair => pair.First == pair.Second));

    /// <summary>"abcdefghijkl", "123456789012".</summary>
    private static bool IsRun(string password) =>
        password.Zip(password.Skip(1)).All(pair => pair.Second - pair.First == 1 || pair is ('9', '0'))
        || password.Zip(password.Skip(1)).All(pair => pair.First - pair.Second == 1 || pair is ('0', '9'));

    private static bool Says(string password, string? known) =>
        known is not null
        && (
            Bare(known) is { Length: >= 4 } whole && Bare(password) == whole
            || Bare(known.Split('@')[0]) is { Length: >= 4 } part && Bare(password) == part
        );

    private static string Bare(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).Trim([.. "0123456789"]).ToLowerInvariant();

    private static HashSet<string> Load()
    {
        using var stream = typeof(Passwords).Assembly.GetManifestResourceStream(List)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#')),
        ];
    }
}
