using System.Buffers;
using System.Text.RegularExpressions;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A sentence that settles something: marked as a decision, or reporting an agreement, a consensus, a vote.</summary>
internal static class DecisionLine
{
    private static readonly Pattern Mark = Pattern.AtFront(Vocabulary.DecisionMark, anyCase: false);
    private static readonly Pattern[] Settled = [.. Vocabulary.Settled.Select(pattern => Pattern.Of(pattern))];
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        Vocabulary.SettledHint.Split('|'),
        StringComparison.OrdinalIgnoreCase
    );
    private static readonly Pattern Open = Pattern.Of(
        @"\b(?:not (?:yet )?(?:agreed|decided|approved)|to be (?:agreed|decided|approved)|needs? to be|will be|should be|must be|can be|if |whether|before|once|until|unless)\b"
    );

    /// <summary>"… agreed that the name has the following parts:" says what was settled, and the list below the rest of it.</summary>
    private static readonly Pattern IntroducesAll = Pattern.Of(
        @"\b(?:agreed|decided|resolved) (?:that|to|on)\b.*\bfollowing\b|^it was the consensus\b"
    );
    private static readonly Pattern Relative = Pattern.Of(
        @"\bwe agreed on will be\b|\bagreed (?:up)?on (?:is|was|will be)\b"
    );
    private const int LongestOutcome = 8;
    private const int LongestTally = 300;
    private static readonly Pattern Outcome = Pattern.AtFront(Vocabulary.Outcome);
    private static readonly Pattern Tally = Pattern.Of(English.Tally);
    private static readonly Pattern BoldLabel = Pattern.Of("^(?:decisions?|resolution)$");
    private static readonly Pattern VoteFor = Pattern.Of(@"^vote: .*\bfor \w");
    private static readonly Pattern VoteAbove = Pattern.Of(English.VoteAbove);
    private static readonly Pattern Further = Pattern.Of(@"\b(?:be it )?further[:,;]?$");
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüåæøéèÄÖÜÅ"
    );
    private static readonly Pattern Proposal = Pattern.Of(English.Proposed);
    private static readonly Pattern Poll = Pattern.Of(English.PollMark);
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?");
    private static readonly Pattern Number = Pattern.Of(@"^[\[(]?(?<id>D-\d+)\b[\])]?:? *", anyCase: false);
    private static readonly Pattern OwnNumber = Pattern.Of(@"[A-Z]?\d+[.:-]\d+");
    private static readonly Pattern Field = Pattern.Of(English.DecisionField);

    public static bool IsMarked(string line) =>
        Numbered(line).Text is var text
        && Mark.Match(text) is { Success: true } mark
        && text.AsSpan(mark.Length).ContainsAny(Letters)
        && (!IsOutcome(text) || VoteFor.IsMatch(text))
        && !IsVoteAbove(text);

    /// <summary>"Decision 12.3": a number that no other decision of the meeting has; null for none.</summary>
    public static string? NumberIn(string text) =>
        Mark.Match(text) is { Success: true } mark && OwnNumber.Match(mark.Value) is { Success: true } number
            ? number.Value
            : null;

    /// <summary>What a line says; a bold label without a colon is read as one with it: "<b>Decision</b> We take both".</summary>
    public static string Of(Inline line) =>
        line.Marks.FirstOrDefault(mark => mark is { Kind: MarkKind.Bold, Start: 0 }) is { End: > 0 } label
        && label.End + 1 < line.Text.Length
        && line.Text[label.End] == ' '
        && char.IsUpper(line.Text[label.End + 1])
        && BoldLabel.IsMatch(line.Under(label))
            ? $"{line.Under(label)}: {line.Text[(label.End + 1)..]}"
            : line.Text;

    /// <summary>"Motion carried: 5-0", "Vote: unanimous": how the vote on the line before went.</summary>
    public static bool IsOutcome(string text) =>
        Outcome.IsMatch(text) && Fold.Words(WithoutRemark(text)).Length < LongestOutcome;

    /// <summary>"Approved, with a word on how long": how the vote went stands before it.</summary>
    private static string WithoutRemark(string text) =>
        text.Length < LongestTally && text.IndexOf(", with ", StringComparison.Ordinal) is > 0 and var remark
            ? text[..remark]
            : text;

    /// <summary>"Resolution 2 was proposed and seconded, and approved by unanimous vote": of what stands above.</summary>
    public static bool IsVoteAbove(string text) => VoteAbove.IsMatch(text) && text.Length < LongestTally;

    /// <summary>"… and be it further", below which the same resolution goes on.</summary>
    public static bool GoesOn(string text) => Further.IsMatch(text);

    /// <summary>"For: Ada, Grace", "Result: passed": how the vote on what stands above went, told part by part.</summary>
    public static bool IsTally(string text) => Tally.IsMatch(text) && text.Length < LongestTally;

    /// <summary>"Text: …", of which the line below tells the outcome; null where a line proposes nothing.</summary>
    public static string? Proposed(string text) =>
        Proposal.Match(text) is { Success: true } label && label.Length < text.Length ? text[label.Length..] : null;

    /// <summary>"POLL: …": a question, and a decision once its outcome stands below.</summary>
    public static bool IsPoll(string text) => Poll.IsMatch(text);

    public static bool Reports(string text) =>
        (!text.EndsWith(':') || IntroducesAll.IsMatch(text))
        && text.AsSpan().ContainsAny(Hints)
        && (Parts(text).Any(Settles) || Motion.IsVoted(text));

    /// <summary>Up to each stop with a blank behind it.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (!Stops.Contains(text[i]))
                continue;
            else if (i + 1 < text.Length && text[i + 1] != ' ')
                i++;
            else
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        yield return text[start..].Trim();
    }

    private static bool Settles(string sentence) =>
        Relative.IsMatch(sentence) || Settled.Any(pattern => Settles(pattern.Match(sentence), sentence));

    /// <summary>Not where the words before make it a plan or a question: "needs to be approved".</summary>
    private static bool Settles(Match match, string sentence) =>
        match.Success && !sentence.EndsWith('?') && !Open.IsMatch(sentence[..(match.Index + match.Length)]);

    /// <summary>
    /// Number, mark and fields taken off: <c>D-17: … [moved by] Ada [seconded by] Grace [result] carried</c>. The number may stand
    /// behind the mark.
    /// </summary>
    public static ReadDecision Read(string line, LineSpan lines)
    {
        var (id, text) = Numbered(MeetBotStamp.Without(line));
        var fields = Fields.Of(text, Field);
        text = fields?.Text ?? text;
        var settled =
            Mark.Match(text) is { Success: true } mark && mark.Length < text.Length && !KeepsVerb(mark.Value)
                ? text[mark.Length..]
                : text;
        if (id is null)
            (id, settled) = Numbered(settled);
        return new ReadDecision(
            id,
            settled.Trim(),
            fields?.Has("mover") == true ? fields["mover"] : Motion.Mover(text),
            fields?.Has("seconder") == true ? fields["seconder"] : Motion.Seconder(text),
            fields?.Has("result") == true ? fields["result"] : Motion.Result(text),
            lines
        );
    }

    private static (string? Id, string Text) Numbered(string text) =>
        Number.Match(text) is { Success: true } number && number.Length < text.Length
            ? (number.Groups["id"].Value, text[number.Length..])
            : (null, text);

    /// <summary>"Resolved: that …" and "Agreed: …" are the verb of the sentence.</summary>
    private static bool KeepsVerb(string mark) => !mark.Contains("ecision", StringComparison.OrdinalIgnoreCase);
}
