using System.Text.RegularExpressions;
using SigHub.Domain.Groups;

namespace SigHub.Web.Components;

/// <summary>E-mail addresses and meeting passcodes in a text are not for visitors. Applied where a text leaves a use case.</summary>
public static partial class Redaction
{
    public const string Address = "[address hidden]";
    public const string Passcode = "[passcode hidden]";

    /// <summary>The text as this viewer may read it.</summary>
    public static string For(Viewer viewer, string text) => viewer.PersonId is null ? Hide(text) : text;

    internal static string Hide(string text) =>
        LabelledPasscode()
            .Replace(PasscodeInUrl().Replace(EMail().Replace(text, Address), "$1" + Passcode), "$1" + Passcode);

    [GeneratedRegex(
        @"[\p{L}\p{N}._%+'-]+(?:@|\s?(?:\(at\)|\[at\])\s?|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex EMail();

    [GeneratedRegex(@"([?&](?:pwd|passcode|password|pass|pin)=)[^\s&#""'<>)\]]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PasscodeInUrl();

    [GeneratedRegex(
        @"((?:meeting\s+|zoom\s+)?(?:pass\s?code|pass\s?word|pwd|pin(?:\s+code)?)\s*(?:is\s*)?[:=]\s*[*_`]*)(?!\[passcode hidden\])[^\s*_`<>|]+",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex LabelledPasscode();
}
