using SigHub.Minutes.Explaining;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What a meeting settled: the items under "Decisions", and what is marked or reported as such elsewhere.</summary>
internal static class DecisionList
{
    private const int Longest = 1200;
    private const int LongestPlan = 60;
    private const int LongestMotion = 15;
    private const int LongestTopic = 5;

    public static IReadOnlyList<ReadDecision> Read(Part part, Excerpt excerpt)
    {
        var decisions = new List<ReadDecision>();
        var minutes = AgendaList.Minutes(part);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in part.Sections)
        {
            if (part.IsCarried || section.Is(SectionKind.Template, SectionKind.RollCall))
                continue;
            var markedOnly = section.Is(SectionKind.Actions, SectionKind.CarriedActions);
            if (section.Heading is { Kind: LineKind.Heading } heading && IsSettledIn(heading.Text.Text))
                decisions.Add(DecisionLine.Read(heading.Text.Text, heading.Span));
            var isPlan =
                section.Kind == SectionKind.Agenda
                && AgendaList.Numbered(section).Count == 0
                && !minutes.Contains(section);
            for (var i = 0; i < section.Lines.Count; i++)
            {
                var line = section.Lines[i];
                var before = i > 0 ? section.Lines[i - 1] : null;
                var next = i + 1 < section.Lines.Count ? section.Lines[i + 1] : null;
                if (
                    decisions.Count > 0
                    && before is not null
                    && decisions[^1].Lines.Last == before.Last
                    && (WithVote(decisions[^1], line) ?? WithMore(decisions[^1], before, line)) is { } voted
                )
                {
                    decisions[^1] = voted;
                    excerpt.Take(line);
                }
                else if (
                    DecisionLine.IsOutcome(line.Text.Text)
                    && (MotionAbove(section, i) ?? ProposalAbove(section, i) ?? ApprovalAbove(section, i)) is { } motion
                )
                {
                    decisions.Add(motion);
                    excerpt.Take(line);
                }
                else if (
                    line.Kind != LineKind.Row
                    && !excerpt.Has(line)
                    && !(isPlan && IsOnAgenda(line))
                    && (IsListed(section, line) || !LeadsTo(next, line))
                    && (IsListed(section, line) || IsSettled(DecisionLine.Of(line.Text)))
                    && (!markedOnly || DecisionLine.IsMarked(DecisionLine.Of(line.Text)))
                    && (DecisionLine.NumberIn(line.Text.Text) is not { } number || numbers.Add(number))
                )
                {
                    Trace.Rule(
                        line,
                        DecisionLine.IsMarked(DecisionLine.Of(line.Text)) ? "marked as a decision"
                            : IsListed(section, line) ? "item of the decisions"
                            : "reports what was settled"
                    );
                    var decision = DecisionLine.Read(DecisionLine.Of(line.Text), line.Span);
                    var isOwn = before is null || decisions is [.., var last] && last.Lines.Last == before.Last;
                    decisions.Add(isOwn ? decision : WithMotion(decision, before));
                    excerpt.Take(line);
                }
            }
        }
        return [.. WithoutPlans(decisions).OrderBy(decision => decision.Lines.First)];
    }

    /// <summary>Where minutes tell how votes went, a motion of which they do not was not put to the vote.</summary>
    private static List<ReadDecision> WithoutPlans(List<ReadDecision> decisions) =>
        decisions.Exists(each => Motion.IsLabelled(each.Text) && each.Result is not null)
            ? decisions.FindAll(each =>
                !Motion.IsLabelled(each.Text) || (each.Result ?? each.Mover ?? each.Seconder) is not null
            )
            : decisions;

    /// <summary>
    /// A motion told line by line: what is proposed, who moved it, who seconded it, and at last how the vote went. A line
    /// that says no more than who proposed it leaves the proposal to the line above, or to the heading.
    /// </summary>
    private static ReadDecision? MotionAbove(Section section, int outcome)
    {
        var lines = section.Lines;
        var moved = outcome - 1;
        while (
            moved >= 0
            && moved > outcome - LongestMotion
            && !Motion.IsMoved(lines[moved].Text.Text)
            && !DecisionLine.IsPoll(lines[moved].Text.Text)
        )
            if (DecisionLine.IsOutcome(lines[moved].Text.Text))
                return null;
            else
                moved--;
        if (moved < 0 || !Motion.IsMoved(lines[moved].Text.Text) && !DecisionLine.IsPoll(lines[moved].Text.Text))
            return null;
        var proposal =
            !Motion.IsMoverAlone(lines[moved].Text.Text) ? lines[moved]
            : moved > 0 && !DecisionLine.IsOutcome(lines[moved - 1].Text.Text) ? lines[moved - 1]
            : section.Heading ?? lines[moved];
        var said = string.Join("; ", lines[moved..(outcome + 1)].Select(line => line.Text.Text));
        return new ReadDecision(
            null,
            proposal.Text.Text,
            Motion.Mover(said),
            Motion.Seconder(said),
            lines[outcome].Text.Text,
            proposal.Span.Through(lines[outcome].Last)
        );
    }

    /// <summary>"Text: …" and, right below, "Resolution: passed".</summary>
    private static ReadDecision? ProposalAbove(Section section, int outcome) =>
        outcome > 0
        && section.Lines[outcome - 1] is var above
        && DecisionLine.Proposed(above.Text.Text) is { } proposal
        && section.Lines[outcome].Text.Text is var result
            ? new ReadDecision(
                null,
                proposal,
                Motion.Mover(above.Text.Text),
                Motion.Seconder(above.Text.Text),
                Motion.Result(result) ?? result,
                above.Span.Through(section.Lines[outcome].Last)
            )
            : null;

    /// <summary>"Approval of the minutes" and, nested below, "approved".</summary>
    private static ReadDecision? ApprovalAbove(Section section, int outcome) =>
        outcome > 0
        && section.Lines[outcome - 1] is { Kind: LineKind.Item } above
        && section.Lines[outcome] is { Kind: LineKind.Item } said
        && said.Depth == above.Depth + 1
        && Motion.IsApproval(above.Text.Text)
            ? new ReadDecision(
                null,
                above.Text.Text,
                null,
                null,
                Motion.Result(said.Text.Text),
                above.Span.Through(said.Last)
            )
            : null;

    /// <summary>What a line right below adds: who moved or seconded it, how the vote went. Null: nothing.</summary>
    private static ReadDecision? WithVote(ReadDecision decision, OutlineLine below)
    {
        var text = below.Text.Text;
        var lines = decision.Lines.Through(below.Last);
        return DecisionLine.IsOutcome(text) || DecisionLine.IsTally(text) || DecisionLine.IsVoteAbove(text)
                ? decision with
                {
                    Result = decision.Result ?? text,
                    Lines = lines,
                }
            : Motion.IsMoverAlone(text) ? decision with { Mover = decision.Mover ?? Motion.Mover(text), Lines = lines }
            : Motion.IsSeconderAlone(text)
                ? decision with
                {
                    Seconder = decision.Seconder ?? Motion.Seconder(text),
                    Lines = lines,
                }
            : null;
    }

    /// <summary>A resolution's further clauses, and what stands between them.</summary>
    private static ReadDecision? WithMore(ReadDecision decision, OutlineLine before, OutlineLine line) =>
        DecisionLine.GoesOn(before.Text.Text)
        || DecisionLine.GoesOn(line.Text.Text) && !DecisionLine.IsMarked(line.Text.Text)
            ? decision with
            {
                Lines = decision.Lines.Through(line.Last),
            }
            : null;

    /// <summary>An agenda's own items are plans; what was settled stands below them.</summary>
    private static bool IsOnAgenda(OutlineLine line) =>
        line is { Kind: LineKind.Item, Depth: 0 }
        && line.Text.Text.Length < LongestPlan
        && !DecisionLine.IsMarked(line.Text.Text);

    /// <summary>A motion told in a paragraph before its resolution: the resolution is what was settled.</summary>
    private static bool LeadsTo(OutlineLine? next, OutlineLine line) =>
        next is not null
        && DecisionLine.IsMarked(next.Text.Text)
        && (Motion.IsMotion(line.Text.Text) || !line.Text.Text.EndsWith('.') && !DecisionLine.IsMarked(line.Text.Text));

    private static bool IsListed(Section section, OutlineLine line) =>
        section.Kind == SectionKind.Decisions
        && line.Kind == LineKind.Item
        && line.Depth == (section.Heading is { Kind: LineKind.Item } label ? label.Depth + 1 : 0)
        && !ActionLine.IsNothing(line.Text.Text);

    /// <summary>"Minutes approved" as a heading is a topic; a heading that settles something is marked or a sentence.</summary>
    private static bool IsSettledIn(string heading) =>
        IsSettled(heading) && (DecisionLine.IsMarked(heading) || Fold.Words(heading).Length > LongestTopic);

    private static bool IsSettled(string text) =>
        text.Length < Longest
        && (
            DecisionLine.IsMarked(text)
                && !ActionLine.IsNothing(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..])
            || DecisionLine.Reports(text)
        );

    /// <summary>The paragraph before a resolution often says who moved it.</summary>
    private static ReadDecision WithMotion(ReadDecision decision, OutlineLine? before) =>
        before is not null && decision.Mover is null && Motion.IsMotion(before.Text.Text)
            ? decision with
            {
                Mover = Motion.Mover(before.Text.Text),
                Seconder = Motion.Seconder(before.Text.Text),
            }
            : decision;
}
