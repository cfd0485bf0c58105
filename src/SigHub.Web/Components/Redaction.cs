using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SigHub.Domain.Groups;

namespace SigHub.Web.Components;

/// <summary>
/// E-mail addresses and meeting passcodes in a text are not for visitors. Applied where a text leaves a use case. Every step
/// looks a bounded way around what it found, so that the cost grows with the text and no faster.
/// </summary>
public static partial class Redaction
{
    public const string Address = "[address hidden]";
    public const string Passcode = "[passcode hidden]";

    /// <summary>Without what would end an address, so that the link stays one.</summary>
    private const string PasscodeInAddress = "hidden";

    private static readonly SearchValues<string> s_signsOfAddresses = SearchValues.Create(
        ["@", "＠", "%40", " at", "\tat", "(at", "[at", "{at", "at)", "at]", "at}"],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> s_signsOfPasscodes = SearchValues.Create(
        [
            "pass",
            "pwd",
            "pw=",
            "pin",
            "access code",
            "host key",
            "kennwort",
            "kenncode",
            "kenn-code",
            "zugangs",
            "einwahl",
            "geheimzahl",
            "lösen",
            ",,*",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The text as this viewer may read it.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? For(Viewer viewer, string? text) =>
        text is not null && viewer.PersonId is null ? Hide(text) : text;

    /// <summary>The lines as this viewer may read them, as many as they are.</summary>
    public static IReadOnlyList<string> For(Viewer viewer, IReadOnlyList<string> lines) =>
        viewer.PersonId is null ? HideBelow(string.Join('\n', lines.Select(Hide))).Split('\n') : lines;

    /// <summary>A name that everybody reads, without what is not for visitors.</summary>
    public static string Of(string name) =>
        Hide(name)
            .Replace(Address, "", StringComparison.Ordinal)
            .Replace(Passcode, "", StringComparison.Ordinal)
            .Trim(' ', '\t', '-', ':', '<', '>', '(', ')', '[', ']');

    internal static string Hide(string text) => HidePasscodes(HideAddresses(Decode(text)));

    /// <summary>Letters written as entities look like letters on the page: `chair&#64;lists.example`.</summary>
    private static string Decode(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? Entity().Replace(text, Decode) : text;

    private static string Decode(Match entity)
    {
        var code = entity.Groups["name"].Value.ToUpperInvariant() switch
        {
            "COMMAT" => '@',
            "PERIOD" => '.',
            _ when entity.Groups["hex"] is { Success: true } hex => int.Parse(
                hex.ValueSpan,
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            ),
            _ => int.Parse(entity.Groups["decimal"].ValueSpan, CultureInfo.InvariantCulture),
        };
        return code < 128 && (char.IsAsciiLetterOrDigit((char)code) || code is '@' or '.' or '-' or '_')
            ? ((char)code).ToString()
            : entity.Value;
    }

    private static string HideAddresses(string text)
    {
        if (!text.AsSpan().ContainsAny(s_signsOfAddresses))
            return text;

        var shown = new StringBuilder();
        var done = 0;
        foreach (var at in At().EnumerateMatches(text))
        {
            var isSpelled = text[at.Index] is ' ' or '\t' && text.AsSpan(at.Index, at.Length).Trim().Length == 2;
            if (
                at.Index < done
                || MailAddress.StartOf(text, at.Index, done) is not { } start
                || MailAddress.EndOf(text, at.Index + at.Length, isSpelled) is not { } end
                || IsRepository(text, start, at.Index, end)
            )
                continue;

            (start, end) = WithItsBrackets(text, start, end);
            shown.Append(text, done, Math.Max(0, start - done)).Append(Address);
            done = end;
        }

        return done == 0 ? text : shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>`git@host.example:group/repository` is where code is, not where somebody reads mail.</summary>
    private static bool IsRepository(string text, int start, int at, int end) =>
        text.AsSpan(start, at - start).SequenceEqual("git") && end < text.Length && text[end] == ':';

    private static (int Start, int End) WithItsBrackets(string text, int start, int end)
    {
        const string Scheme = "mailto:";
        var opens = text.AsSpan(0, start).EndsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? start - Scheme.Length
            : start;
        return opens > 0 && text[opens - 1] == '<' && end < text.Length && text[end] == '>'
            ? (opens - 1, end + 1)
            : (start, end);
    }

    private static string HidePasscodes(string text)
    {
        if (!text.AsSpan().ContainsAny(s_signsOfPasscodes))
            return text;

        text = HideBelow(text);
        text = Dialled().Replace(text, ",,*" + Passcode);
        var shown = new StringBuilder();
        var done = 0;
        foreach (var label in Label().EnumerateMatches(text))
        {
            var from = label.Index + label.Length;
            var isInAddress = text[label.Index] is '?' or '&' or ';' or '#';
            if (from < done || PasscodeValue.After(text, from, isInAddress) is not var (start, end))
                continue;

            shown.Append(text, done, start - done).Append(isInAddress ? PasscodeInAddress : Passcode);
            done = end;
        }

        return done == 0 ? text : shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The label is a line of its own, and so is the secret.</summary>
    private static string HideBelow(string text) =>
        text.AsSpan().ContainsAny(s_signsOfPasscodes)
            ? Below().Replace(text, below => below.Groups["label"].Value + HideSecret(below.Groups["secret"].Value))
            : text;

    private static string HideSecret(string line) =>
        PasscodeValue.Alone(line) is var (start, end) ? line[..start] + Passcode + line[end..] : line;

    [GeneratedRegex(
        "&(?:#x0{0,5}(?<hex>[0-9a-f]{1,4})|#0{0,5}(?<decimal>[0-9]{1,5})|(?<name>commat|period));",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        30_000
    )]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"[@＠]|%40|\s{0,2}[(\[{]\s{0,2}at\s{0,2}[)\]}]\s{0,2}|(?<=\S)[ \t]{1,3}at[ \t]{1,3}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        30_000
    )]
    private static partial Regex At();

    /// <summary>One tap on a phone dials number, meeting and passcode.</summary>
    [GeneratedRegex(",,\\*[0-9]+#?", RegexOptions.None, 30_000)]
    private static partial Regex Dialled();

    [GeneratedRegex(
        $$"""
            (?<label>(?:{{Labels}})\b[*_`~"')]{0,4}[ \t]{0,3}[:=：]?[*_`~ \t]{0,6}\r?\n(?:[ \t]{0,8}\r?\n)?)
            (?<secret>[^\r\n]{1,60})(?=[\r\n]|$)
            """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        30_000
    )]
    private static partial Regex Below();

    private const string Labels = """
        \b(?:pass[ ]?code|pass[ ]?word|pwd|access[ ]code|host[ ]key|pin[ -]?code|pin|pinkod|geheimzahl|kenn-?code)
        |kennwort|passwort|lösenord|lösenkod|(?:zugangs|einwahl)-?code
        """;

    [GeneratedRegex(
        $$"""
            [?&;\#](?:pwd|pass(?:code|word)?|pin|pw)=
            | (?:{{Labels}})\b
              [*_`~"')]{0,4}[ \t]{0,3}(?:is\b|was\b|ist\b|lautet\b|är\b)?[ \t]{0,3}[*_`~]{0,4}
              (?<mark>[:=：|]|(?<=\s)-(?=\s)|(?<=[ \t]))
            | (?<mark>,,\*)
            """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        30_000
    )]
    private static partial Regex Label();
}
