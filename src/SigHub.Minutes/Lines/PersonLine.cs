using System.Globalization;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>
/// One person out of one line: <c>Name</c>, <c>Name (Org, Seat)</c>, <c>Name - Org</c>, <c>Name, Org</c>,
/// <c>Name / Org / @handle</c>, <c>@handle (Name)</c>, <c>Role: Name</c>, <c>Name (**@handle**), Org</c>.
/// </summary>
internal static class PersonLine
{
    private const int LongestRemark = 8;

    private static readonly Pattern Role = Pattern.Of(Vocabulary.Role);
    private static readonly Pattern Handle = Pattern.Of(@"@[\w.-]+");
    private static readonly Pattern Page = Pattern.Of(
        @"\b(?:https?://)?(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|io|dev|social)/@?(?<handle>[\w.-]{1,40})/?(?:\)| |$)"
    );
    private static readonly Pattern Email = Pattern.Of(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+");

    /// <summary>"Unknown User (ada)", as wikis show the nick of somebody who has left.</summary>
    private static readonly Pattern Gone = Pattern.AtFront(@"^unknown user \((?<nick>[^()]{2,40})\)$");
    private static readonly Pattern Smiley = Pattern.Of(@" ?[:;]-?[()DPp](?: |$)");
    private static readonly Pattern Slip = Pattern.Of(@" ?\b[a-z]$", anyCase: false);
    private static readonly Pattern Discriminator = Pattern.Of(@"#\d{4}$");
    private static readonly Pattern StandIn = Pattern.Of(
        @" (?:for|in place of|on behalf of|proxy for|standing in for|representing|substituting for) [A-Z][^,(]*",
        anyCase: false
    );

    /// <summary>"Ada Byron, representing Acme Inc.": for a person she would only stand in.</summary>
    private static readonly Pattern Representing = Pattern.Of(
        @",? representing (?:the )?(?<org>(?:[A-Z][^,()]*|\w+)(?:, (?:Inc|Ltd|LLC|GmbH)\.?)?)$",
        anyCase: false
    );

    /// <summary>"Ada Byron (Acme) -", where others have a word behind the dash.</summary>
    private static readonly Pattern OpenEnd = Pattern.Of(@" [-–—] *$");
    private static readonly Pattern Office = Pattern.Of($@"\b(?:{English.Offices})$");
    private static readonly Pattern From = Pattern.Of(
        @"^(?<name>.+?) (?:from|of|at) (?<org>(?:the )?[A-Z].*)$",
        anyCase: false
    );

    private static readonly Remembered<Person?> Plain = new(text => Told(new Inline(text, []), inSmallLetters: false));

    /// <summary>Null when the line names no person: a body, a placeholder, a remark.</summary>
    /// <param name="inSmallLetters">Whether the list writes its names without capitals.</param>
    public static Person? Read(Inline line, bool inSmallLetters = false) =>
        line.Marks.Count == 0 && !inSmallLetters ? Plain[line.Text] : Told(line, inSmallLetters);

    private static Person? Told(Inline line, bool inSmallLetters)
    {
        var text = Smiley.Replace(Names.WithoutMention(WithoutSymbols(WithoutRepeatedLink(line))), "").Trim();
        if (text.EndsWith(':') && text.Contains(": ", StringComparison.Ordinal))
            return null;
        if (Gone.Match(text) is { Success: true } gone)
            text = gone.Groups["nick"].Value;
        var person = new Person("");
        if (HasAt(text) && Email.Match(text) is { Success: true } email)
        {
            person = person with { Email = email.Value };
            text = text.Remove(email.Index, email.Length)
                .Replace("<>", "", StringComparison.Ordinal)
                .Replace("mailto:", "", StringComparison.Ordinal);
        }
        if (line.Marks.Any(mark => mark.Kind == MarkKind.Struck && mark.Start == 0 && mark.End > line.Text.Length / 2))
            person = person with { Presence = Presence.Absent };
        if (line.Text.TrimEnd() is [.., '✗' or '✘' or '❌'])
            person = person with { Presence = Presence.Absent };
        text = WithoutDiscriminator(TakeHandle(TakeAddress(text, ref person), ref person)).Trim();
        if (person.Handle is not null)
            text = Slip.Replace(text.TrimStart('-', '–', '—', ':', '/', '|', ',', ' '), "");
        text = OpenEnd.Replace(text, "");
        if (
            Representing.Match(text) is { Success: true } seat
            && !GivenNames.Has(seat.Groups["org"].Value.Split(' ')[0])
        )
        {
            person = person with { Affiliation = seat.Groups["org"].Value };
            text = text[..seat.Index];
        }
        text = StandIn.Replace(text, match => Office.IsMatch(text[..match.Index]) ? match.Value : "");
        for (var more = true; more; )
        {
            var before = text;
            text = Employment.TakeBrackets(text, ref person);
            more = text.Length < before.Length && text.IndexOfAny(['(', '[']) > 0;
        }
        text = TakeRoleLabel(text, ref person);
        text = Employment.TakeTail(text, ref person);
        if (From.Match(text) is { Success: true } from && Names.IsName(from.Groups["name"].Value))
        {
            text = from.Groups["name"].Value;
            person = person with { Affiliation = person.Affiliation ?? from.Groups["org"].Value };
        }
        person = person with { Name = Names.Clean(WithoutStop(text.Trim().TrimEnd('/', '|'))) };
        person = person with { Name = WithoutRemark(person.Name) };
        if (person.Name.Length == 0 && person.Handle is { } handle)
            person = person with { Name = handle.TrimStart('@') };
        return IsPerson(person.Name) || inSmallLetters && IsInSmallLetters(person.Name)
            ? person with
            {
                Affiliation = Employment.Blank(person.Affiliation),
                Role = Employment.Blank(person.Role),
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
            || words.Any(word => !Names.IsInitial(word) && Vocabulary.NotPeople.Contains(word))
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
        return (char.IsUpper(words[0].FirstOrDefault(char.IsLetter)) || words.Length == 2 && MayBeSmall(words[0]))
            && words.Skip(1).All(word => !char.IsLower(word.FirstOrDefault(char.IsLetter)) || Names.IsParticle(word))
            && name.All(c =>
                char.IsLetter(c)
                || char.IsWhiteSpace(c)
                || c is '.' or '-' or '\'' or '’' or '‘' or '(' or ')' or '"' or '“' or '”' or ',' or '`' or '‐'
            );
    }

    /// <summary>"ada byron": two or three words in small letters, none of them a word of sentences.</summary>
    public static bool IsInSmallLetters(string name) =>
        name.Split(' ') is { Length: 2 or 3 } words && words.All(MayBeSmall);

    private static bool MayBeSmall(string word) =>
        word.Length > 1
        && word.All(c => char.IsLower(c) || c is '-' or '\'' or '’')
        && !Vocabulary.NotPeople.Contains(word)
        && !Vocabulary.NotOwners.Contains(word)
        && !Vocabulary.Remarks.Contains(word)
        && !English.Comings.Contains(word)
        && !English.Collectives.Contains(word)
        && !English.Placeholders.Contains(word);

    /// <summary>"Ada on leave", "Grace might join later".</summary>
    private static string WithoutRemark(string name)
    {
        var words = name.Split(' ');
        if (words.Length is < 2 or > LongestRemark || !char.IsUpper(words[0].FirstOrDefault()))
            return name;
        var remark = Array.FindIndex(words, 1, word => English.Comings.Contains(word) && char.IsLower(word[0]));
        return remark > 0 ? string.Join(' ', words[..remark]) : name;
    }

    /// <summary>The stop behind an initial belongs to the name: "Ada B."</summary>
    private static string WithoutStop(string name) =>
        name is [.., ' ', var initial, '.'] && char.IsUpper(initial) ? name : name.TrimEnd('.');

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

    /// <summary>"Ada Byron (Acme) forge.example/adab": a page of hers, whose last part is her handle.</summary>
    private static string TakeAddress(string text, ref Person person)
    {
        if (!text.Contains('/', StringComparison.Ordinal) || Page.Match(text) is not { Success: true } page)
            return text;
        person = person with { Handle = "@" + page.Groups["handle"].Value };
        return text.Remove(page.Index, page.Length).Replace("()", "", StringComparison.Ordinal).TrimEnd();
    }

    private static string TakeHandle(string text, ref Person person)
    {
        if (!HasAt(text) || Handle.Match(text) is not { Success: true } handle)
            return text;
        person = person with { Handle = handle.Value.TrimEnd('.') };
        return text.Remove(handle.Index, handle.Length)
            .Replace("()", "", StringComparison.Ordinal)
            .Replace("[]", "", StringComparison.Ordinal);
    }

    private static bool HasAt(string text) => text.Contains('@', StringComparison.Ordinal);

    /// <summary>"ada#1234", as chats number those of one name.</summary>
    private static string WithoutDiscriminator(string text) =>
        text.Contains('#', StringComparison.Ordinal) ? Discriminator.Replace(text, "") : text;

    private static string TakeRoleLabel(string text, ref Person person)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && Employment.IsAbbreviation(text[..colon], text[(colon + 2)..]))
        {
            person = person with { Handle = person.Handle ?? text[..colon] };
            return text[(colon + 2)..];
        }
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
}
