using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>What stands behind a name: employer, seat, presence, or a remark that says none of them.</summary>
internal static class Employment
{
    private static readonly Pattern Role = Pattern.Of(Vocabulary.Role);
    private static readonly Pattern Pronouns = Pattern.Of(@"^(?:she|he|they|her|him|them|any)(?:/\w+)*$");
    private static readonly Pattern Zone = Pattern.Of(
        @"^(?:utc|gmt) ?(?:[+-] ?\d+(?::\d+)?)?$|^(?:[ecmp][sd]?t|cest|cet|bst|ist|jst)$"
    );
    private static readonly Pattern Number = Pattern.Of(@"^\d+(?: lines?)?$");
    private static readonly Pattern Tail = Pattern.Of(@" +(?:-+|–|—|\|) *| *(?:–|—) +|: +| - *$");
    private static readonly Pattern OfNobody = Pattern.Of("^(?:individual|independent)\\b");
    private static readonly Pattern Representative = Pattern.Of(@" (?:representative|rep|liaison)\.?$");
    private static readonly Pattern For = Pattern.Of(
        @"^(?:(?:representing|on behalf of) (?<org>.+)|(?:proxy for|substituting for|standing in for) .+)$"
    );
    private static readonly Pattern Legal = Pattern.Of(
        @"^(?:inc|ltd|llc|corp|co|gmbh|ag|s\.a|limited|corporation|pty ltd|jr|sr|phd|ph\.d|ii|iii)\.?$"
    );

    /// <summary>What stands in brackets after the name: employer, seat, pronouns, nick.</summary>
    public static string TakeBrackets(string text, ref Person person)
    {
        var open = text.IndexOfAny(['(', '[']);
        if (open < 0)
            return text;
        var close = text.IndexOf(text[open] == '(' ? ')' : ']', open);
        if (close < 0)
        {
            person = WithBracketed(person, text[(open + 1)..].Trim());
            return text[..open];
        }
        var after = text[(close + 1)..].Trim();
        var inside = text[(open + 1)..close].Trim();
        if (
            after.Length == 0
            && text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma
            && comma + 2 < open
            && Names.IsFullName(text[..comma])
            && text[(comma + 2)..open].Split(',', StringSplitOptions.TrimEntries).Any(IsOfSubstance)
            && PresenceWord.Read(inside) is null
        )
        {
            person = person with { Role = person.Role ?? inside };
            return text[..open].TrimEnd();
        }
        if (open == 0 && person.Handle is not null && after.Length == 0)
            return inside;
        if (open == 0 && IsAbbreviation(inside, after))
            person = person with { Handle = person.Handle ?? inside };
        if (open == 0)
            return after;
        if (after.Length > 0 && Names.IsFullName($"{text[..open].Trim()} {after}") && !Role.IsMatch(after))
            return text;
        if (IsAbbreviation(inside, text[..open]))
            person = person with { Handle = person.Handle ?? inside };
        if (IsAbbreviation(inside, text[..open]) || IsInitials(inside, text[..open]) || IsPart(inside, text[..open]))
            return $"{text[..open].TrimEnd()} {after}".TrimEnd();
        if (inside.Length > 3 && PresenceWord.Read(inside) is { } presence)
        {
            person = person with { Presence = presence };
            return $"{text[..open].TrimEnd()} {after}".TrimEnd();
        }
        person =
            after is [',', ' ', _, ..] && !Role.IsMatch(after)
                ? person with
                {
                    Role = inside,
                }
                : WithBracketed(person, inside) with
                {
                    IsBracketed = true,
                };
        return $"{text[..open].TrimEnd()} {after}".TrimEnd();
    }

    private static bool IsOfSubstance(string part) => !Pronouns.IsMatch(part) && !Zone.IsMatch(part);

    /// <summary>"Ada Byron (AB)" says how the notes call her.</summary>
    private static bool IsInitials(string inside, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && inside.Equals(string.Concat(words.Select(word => word[0])), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Ada Byron (Ada)" likewise.</summary>
    private static bool IsPart(string inside, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words.Contains(inside, StringComparer.OrdinalIgnoreCase);

    /// <summary>"Ali Badiel (ALB)": capitals that the name has in this order.</summary>
    public static bool IsAbbreviation(string inside, string name)
    {
        if (inside.Length is < 2 or > 4 || !inside.All(char.IsAsciiLetterUpper) || !Names.IsFullName(name))
            return false;
        var letters = string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
        var last = name.Trim()[name.Trim().LastIndexOf(' ')..].Trim().ToUpperInvariant();
        if (letters[0] != inside[0] || !last.Split('-').Any(part => part.Length > 0 && inside.LastIndexOf(part[0]) > 0))
            return false;
        var at = 0;
        foreach (var letter in inside)
            if ((at = letters.IndexOf(letter, at) + 1) == 0)
                return false;
        return true;
    }

    private static Person WithBracketed(Person person, string inside)
    {
        if (For.Match(inside) is { Success: true } stands)
            return stands.Groups["org"].Value is { Length: > 0 } whom && !Names.IsFullName(whom)
                ? person with
                {
                    Affiliation = person.Affiliation ?? whom,
                }
                : person;
        var parts = inside
            .Split(',', ';')
            .SelectMany(OrgAndSeat)
            .Select(part => part.Trim())
            .Where(part => part.Length > 0)
            .ToList();
        parts = Rejoined(
            parts.Where(part =>
                !Pronouns.IsMatch(part)
                && !Zone.IsMatch(part)
                && !Number.IsMatch(part)
                && !IsComing(part)
                && !part.Contains("://", StringComparison.Ordinal)
                && part.Any(char.IsLetter)
            )
        );
        var roles = parts
            .Where(part =>
                Role.IsMatch(part) && !Representative.IsMatch(part) && !OfNobody.IsMatch(part) || IsSeat(part)
            )
            .ToList();
        var orgs = parts.Except(roles, StringComparer.Ordinal).ToList();
        if (orgs is [_, _, ..])
            orgs.RemoveAll(Representative.IsMatch);
        if (orgs is [var first, ..] && !IsBody(first))
            orgs.RemoveAll(IsBody);
        if (roles.Count > 0)
            person = person with { Role = person.Role ?? string.Join(", ", roles) };
        if (orgs is not [var org] || IsRemark(org))
            return person;
        var small = !org.Any(char.IsUpper) && !org.Contains(' ', StringComparison.Ordinal);
        return person with { Affiliation = WithoutSeat(org), IsNicknamePossible = small && !org.Contains('/') };
    }

    private static bool IsBody(string org) => GroupName.KindOf(org) is GroupKind.WorkingGroup or GroupKind.Sig;

    /// <summary>"Acme - Director of Widgets" is an employer and a seat.</summary>
    private static IEnumerable<string> OrgAndSeat(string part) =>
        part.Split(" - ", 2) is [var org, var seat] && Role.IsMatch(seat) ? [org, seat] : [part];

    /// <summary>"for ten minutes", "Use this one" say nothing of an employer.</summary>
    private static bool IsRemark(string words) =>
        words.Split(' ') is var each && each is [[>= 'a' and <= 'z', ..], _, _, ..] && !English.Before.Contains(each[0])
        || IsShortRemark(words.Split(' '));

    private static bool IsShortRemark(string[] each) =>
        (each.Length > 1 || !IsCapital(each[0]) && Vocabulary.Remarks.Contains(each[0]))
        && (each.Length > 2 || Vocabulary.Remarks.Contains(each[0]))
        && !each[1..].Any(IsCapital);

    /// <summary>"arrived 15:31", "Remote", "bis 11:55 Uhr".</summary>
    private static bool IsComing(string part) =>
        Vocabulary.Remarks.Contains(part.Split(' ')[0])
        && (!part.Contains(' ', StringComparison.Ordinal) || TimeOfDay.All(part).Any());

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

    /// <summary>What follows a dash, a slash or a comma: title or employer; a remark says neither.</summary>
    public static string TakeTail(string text, ref Person person)
    {
        if (text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var second && Names.IsFullName(text[..second]))
            return TakeEmployer(text, second, ref person);
        var tail = Tail.Match(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (tail.Success && (slash < 0 || tail.Index < slash))
        {
            person = WithTail(person, text[(tail.Index + tail.Length)..].Trim());
            text = text[..tail.Index];
        }
        else if (slash > 0 && (text[slash - 1] == ' ' || Names.IsFullName(text[..slash])))
        {
            var field = text[(slash + 1)..].Split('/')[0].Trim();
            person = WithTail(person, field);
            if (person is { Affiliation: null, Role: null, Presence: null } && IsOfTwo(field))
                person = person with { Affiliation = field };
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

    /// <summary>"Acme, Initech" between slashes: both.</summary>
    private static bool IsOfTwo(string field) =>
        field.Split(", ") is [var one, var other]
        && IsCapital(one)
        && IsCapital(other)
        && !IsRemark(one)
        && !IsRemark(other);

    /// <summary>"Ada Byron, Acme / Users group - new": what a comma sets off is the employer, a dash behind it a remark.</summary>
    private static string TakeEmployer(string text, int comma, ref Person person)
    {
        var parts = text[(comma + 1)..].Split(',').Select(part => part.Trim());
        parts = parts.Where(part => !Pronouns.IsMatch(part) && !Zone.IsMatch(part));
        var rest = string.Join(
            ", ",
            parts.Where(
                (part, at) => at == 0 || Legal.IsMatch(part) || Role.IsMatch(part) || Legal.IsMatch(parts.First())
            )
        );
        if (Legal.IsMatch(rest) && rest.Length <= 4)
            return text;
        var tail = Tail.Match(rest);
        person = WithTail(person, tail.Success && tail.Index > 0 ? rest[..tail.Index] : rest);
        if (tail.Success && person is { Affiliation: null, Role: not null })
            person = WithTail(person, rest[(tail.Index + tail.Length)..]);
        if (tail.Success && PresenceWord.Read(rest[(tail.Index + tail.Length)..]) is { } presence)
            person = person with { Presence = presence };
        return text[..comma];
    }

    private static Person WithTail(Person person, string tail)
    {
        if (tail.Length is 0 or > 80 || !tail.Any(char.IsLetter))
            return person;
        if (PresenceWord.Read(tail) is { } presence)
            return person with { Presence = presence };
        if (
            tail.LastIndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash
            && PresenceWord.Read(tail[(dash + 3)..]) is { } told
        )
            return WithTail(person with { Presence = told }, tail[..dash].TrimEnd());
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

    public static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim().TrimEnd(',', '.', '*', ' ') is { Length: > 0 } kept
            ? (text.Trim().EndsWith("Inc.", StringComparison.Ordinal) ? text.Trim() : kept)
        : null;
}
