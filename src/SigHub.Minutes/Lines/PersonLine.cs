using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>
/// One person out of one line: <c>Name</c>, <c>Name (Org, Seat)</c>, <c>Name - Org</c>, <c>Name, Org</c>,
/// <c>Name / Org / @handle</c>, <c>@handle (Name)</c>, <c>Role: Name</c>, <c>Name (**@handle**), Org</c>.
/// </summary>
internal static class PersonLine
{
    private static readonly Regex Role = Pattern.Of(English.Role);
    private static readonly Regex Handle = Pattern.Of(@"@[\w.-]+");
    private static readonly Regex Email = Pattern.Of(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+");
    private static readonly Regex Pronouns = Pattern.Of(@"^(?:she|he|they|her|him|them|any)(?:/\w+)*$");
    private static readonly Regex Number = Pattern.Of(@"^\d+(?: lines?)?$");
    private static readonly Regex Tail = Pattern.Of(@" +(?:-+|–|—|\|) *| *(?:–|—) +|: +| - *$");
    private static readonly Regex Representative = Pattern.Of(@" (?:representative|rep|liaison)\.?$");
    private static readonly Regex StandIn = Pattern.Of(
        @" (?:for|on behalf of|proxy for|representing|substituting for) [A-Z].*$",
        anyCase: false
    );
    private static readonly Regex From = Pattern.Of(
        @"^(?<name>.+?) (?:from|of|at) (?<org>(?:the )?[A-Z].*)$",
        anyCase: false
    );
    private static readonly Regex Legal = Pattern.Of(
        @"^(?:inc|ltd|llc|corp|co|gmbh|ag|s\.a|limited|corporation|pty ltd|jr|sr|phd|ph\.d|ii|iii)\.?$"
    );

    /// <summary>Null when the line names no person: a body, a placeholder, a remark.</summary>
    public static Person? Read(Inline line)
    {
        var text = Names.WithoutMention(WithoutSymbols(WithoutRepeatedLink(line))).Trim();
        if (text.EndsWith(':') && text.Contains(": ", StringComparison.Ordinal))
            return null;
        var person = new Person("");
        if (Email.Match(text) is { Success: true } email)
        {
            person = person with { Email = email.Value };
            text = text.Remove(email.Index, email.Length)
                .Replace("<>", "", StringComparison.Ordinal)
                .Replace("mailto:", "", StringComparison.Ordinal);
        }
        if (line.Marks.Any(mark => mark.Kind == MarkKind.Struck && mark.Start == 0 && mark.End > line.Text.Length / 2))
            person = person with { Presence = Presence.Absent };
        text = TakeHandle(text, ref person).Trim();
        for (var more = true; more; )
        {
            var before = text;
            text = TakeBrackets(text, ref person);
            more = text.Length < before.Length && text.Contains('(', StringComparison.Ordinal);
        }
        text = TakeRoleLabel(text, ref person);
        text = TakeTail(text, ref person);
        text = StandIn.Replace(text, "");
        if (From.Match(text) is { Success: true } from && Names.IsName(from.Groups["name"].Value))
        {
            text = from.Groups["name"].Value;
            person = person with { Affiliation = person.Affiliation ?? from.Groups["org"].Value };
        }
        person = person with { Name = Names.Clean(text.Trim().TrimEnd('.', '/', '|')) };
        if (person.Name.Length == 0 && person.Handle is { } handle)
            person = person with { Name = handle.TrimStart('@') };
        return IsPerson(person.Name)
            ? person with
            {
                Affiliation = Blank(person.Affiliation),
                Role = Blank(person.Role),
            }
            : null;
    }

    /// <summary>Words of templates, bodies and programs are nobody; one word in small letters is someone's nick.</summary>
    public static bool IsPerson(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            words.Length is 0 or > 6
            || name.Length > 60
            || !name.Any(char.IsLetter)
            || words.Any(English.NotPeople.Contains)
        )
            return false;
        if (
            words.All(word => English.Placeholders.Contains(word.Trim('<', '>', '(', ')', '_', '.', '[')))
            || name.Contains('<', StringComparison.Ordinal)
        )
            return false;
        if (words is [var nick])
            return !nick.EndsWith("bot", StringComparison.Ordinal)
                && nick.All(c =>
                    char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '\'' or '’' or '|' or '[' or ']' or '^' or '`'
                );
        return char.IsUpper(words[0].FirstOrDefault(char.IsLetter))
            && words.Count(word => char.IsUpper(word.FirstOrDefault(char.IsLetter))) * 2 >= words.Length
            && name.All(c =>
                char.IsLetter(c)
                || char.IsWhiteSpace(c)
                || c is '.' or '-' or '\'' or '’' or '‘' or '(' or ')' or '"' or '“' or '”' or ',' or '`' or '‐'
            );
    }

    /// <summary>Emoji say how someone feels, not who they are.</summary>
    private static string WithoutSymbols(string text) =>
        text.All(char.IsAscii)
            ? text
            : string.Concat(
                text.Where(c =>
                    !char.IsSurrogate(c)
                        && char.GetUnicodeCategory(c)
                            is not (
                                UnicodeCategory.OtherSymbol
                                or UnicodeCategory.Format
                                or UnicodeCategory.NonSpacingMark
                            )
                    || char.IsLetter(c)
                    || c is >= '\u0300' and <= '\u036F'
                )
            );

    /// <summary>"Ada Byron [Ada Byron](…)" names one person once.</summary>
    private static string WithoutRepeatedLink(Inline line)
    {
        foreach (var link in line.Links.Where(link => link.Start > 0))
        {
            var before = Fold.Words(line.Text[..link.Start]);
            var linked = Fold.Words(line.Under(link));
            if (
                linked.Length > 0
                && before.Length >= linked.Length
                && before.AsSpan(before.Length - linked.Length).SequenceEqual(linked)
            )
                return line.Text.Remove(link.Start, link.End - link.Start);
        }
        return line.Text;
    }

    private static string TakeHandle(string text, ref Person person)
    {
        if (Handle.Match(text) is not { Success: true } handle)
            return text;
        person = person with { Handle = handle.Value.TrimEnd('.') };
        return text.Remove(handle.Index, handle.Length)
            .Replace("()", "", StringComparison.Ordinal)
            .Replace("[]", "", StringComparison.Ordinal);
    }

    /// <summary>What stands in brackets after the name: employer, seat, pronouns, nick.</summary>
    private static string TakeBrackets(string text, ref Person person)
    {
        var open = text.IndexOfAny(['(', '[']);
        if (open < 0)
            return text;
        var close = text.IndexOf(text[open] == '(' ? ')' : ']', open);
        if (close < 0)
            return text[..open];
        var after = text[(close + 1)..].Trim();
        var inside = text[(open + 1)..close].Trim();
        if (open == 0 && person.Handle is not null && after.Length == 0)
            return inside;
        if (open == 0)
            return after;
        if (after.Length > 0 && Names.IsFullName($"{text[..open].Trim()} {after}") && !Role.IsMatch(after))
            return text;
        person =
            after is [',', ' ', _, ..] && !Role.IsMatch(after)
                ? person with
                {
                    Role = inside,
                }
                : WithBracketed(person, inside);
        return $"{text[..open].TrimEnd()} {after}".TrimEnd();
    }

    private static Person WithBracketed(Person person, string inside)
    {
        var parts = inside.Split(',', ';').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        parts = Rejoined(
            parts.Where(part => !Pronouns.IsMatch(part) && !Number.IsMatch(part) && part.Any(char.IsLetter))
        );
        var roles = parts.Where(part => Role.IsMatch(part) && !Representative.IsMatch(part) || IsSeat(part)).ToList();
        var orgs = parts.Except(roles, StringComparer.Ordinal).ToList();
        if (orgs is [var first, var body] && GroupName.KindOf(body) is GroupKind.WorkingGroup or GroupKind.Sig)
            orgs = [first];
        if (roles.Count > 0)
            person = person with { Role = person.Role ?? string.Join(", ", roles) };
        if (orgs is not [var org] || IsRemark(org))
            return person;
        var small = !org.Any(char.IsUpper) && !org.Contains(' ', StringComparison.Ordinal);
        return person with { Affiliation = WithoutSeat(org), IsNicknamePossible = small };
    }

    /// <summary>"for ten minutes", "Use this one" say nothing of an employer.</summary>
    private static bool IsRemark(string words) =>
        words.Split(' ') is { Length: > 1 } each
        && (!char.IsUpper(words[0]) || each.Length > 2)
        && !each[1..].Any(IsCapital);

    private static bool IsCapital(string word) => word.Length > 0 && char.IsUpper(word[0]);

    /// <summary>"General Member Rep" is a seat; "OpenWidget Representative" stands for a project.</summary>
    public static bool IsSeat(string part) =>
        Representative.Match(part) is { Success: true } match && Role.IsMatch(part[..match.Index]);

    private static string WithoutSeat(string org) => Representative.Replace(org, "");

    /// <summary>"Acme, Inc." is one employer.</summary>
    private static List<string> Rejoined(IEnumerable<string> parts)
    {
        var joined = new List<string>();
        foreach (var part in parts)
            if (joined.Count > 0 && Legal.IsMatch(part))
                joined[^1] += ", " + part;
            else
                joined.Add(part);
        return joined;
    }

    private static string TakeRoleLabel(string text, ref Person person)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || !Role.IsMatch(text[..colon]))
            return WithoutBody(text);
        person = person with { Role = text[..colon].Trim() };
        return text[(colon + 2)..];
    }

    /// <summary>"SIG Docs: Ada Byron": for whom someone is there.</summary>
    private static string WithoutBody(string text) =>
        text.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
        && !Names.IsFullName(text[..colon])
        && Names.IsFullName(text[(colon + 2)..])
            ? text[(colon + 2)..]
            : text;

    /// <summary>What follows a dash, a slash or a comma: title or employer; a remark says neither.</summary>
    private static string TakeTail(string text, ref Person person)
    {
        var tail = Tail.Match(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (
            text.IndexOf(',', StringComparison.Ordinal) is > 0 and var first
            && first < slash
            && Names.IsFullName(text[..first])
        )
            slash = -1;
        if (tail.Success && (slash < 0 || tail.Index < slash))
        {
            person = WithTail(person, text[(tail.Index + tail.Length)..].Trim());
            text = text[..tail.Index];
        }
        else if (slash > 0 && (text[slash - 1] == ' ' || Names.IsFullName(text[..slash])))
        {
            person = WithTail(person, text[(slash + 1)..].Split('/')[0].Trim());
            text = text[..slash].TrimEnd();
        }
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return text;
        var rest = text[(comma + 1)..].Trim();
        if (Legal.IsMatch(rest) && rest.Length <= 4)
            return text;
        person = WithTail(person, rest);
        return text[..comma];
    }

    private static Person WithTail(Person person, string tail)
    {
        if (tail.Length is 0 or > 80 || !tail.Any(char.IsLetter))
            return person;
        if (PresenceWord.Read(tail) is { } presence)
            return person with { Presence = presence };
        if (person.Affiliation is not null)
            return Role.IsMatch(tail) || char.IsUpper(tail[0]) ? person with { Role = person.Role ?? tail } : person;
        if (
            !char.IsUpper(tail.First(char.IsLetter))
            && !char.IsDigit(tail[0])
            && !Role.IsMatch(tail)
            && tail.Contains(' ', StringComparison.Ordinal)
        )
            return person;
        var bracket = tail.IndexOf('(', StringComparison.Ordinal);
        return WithBracketed(person, bracket > 0 ? tail[..bracket] : tail);
    }

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim().TrimEnd(',', '.') is { Length: > 0 } kept
            ? (text.Trim().EndsWith("Inc.", StringComparison.Ordinal) ? text.Trim() : kept)
        : null;
}
