namespace SigHub.Domain.Meetings;

/// <summary>
/// A change to a text, told as a walk over all of it: so many characters stay, so many go, these come. Characters are UTF-16 code
/// units, as the text fields of browsers count them; a pair of surrogates is never parted. What goes at a place stands after what
/// comes there, so that equal changes are told alike. <see cref="ToString"/> is its JSON: <c>[12,"new",-3,40]</c> keeps 12, puts
/// "new", takes 3 and keeps 40.
/// </summary>
public sealed partial class TextChange : IEquatable<TextChange>
{
    /// <summary>As long as minutes may get.</summary>
    public const int LongestText = 400_000;

    private readonly List<Step> steps = [];

    private TextChange() { }

    /// <summary>How long the text is that it changes; it fits no other.</summary>
    public int LengthBefore { get; private set; }

    public int LengthAfter { get; private set; }

    public bool ChangesNothing => steps.TrueForAll(step => step.Keeps);

    /// <summary>The smallest single change that makes one text of the other.</summary>
    public static TextChange Between(string before, string after)
    {
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) && before[^(end + 1)] == after[^(end + 1)])
            end++;
        if (end > 0 && char.IsLowSurrogate(before[^end]))
            end--;

        var shorter = Math.Min(before.Length, after.Length) - end;
        var start = 0;
        while (start < shorter && before[start] == after[start])
            start++;
        if (start > 0 && char.IsHighSurrogate(before[start - 1]))
            start--;

        return Replacing(before, start, before.Length - end - start, after[start..^end]);
    }

    /// <summary>Puts <paramref name="inserted"/> in the place of <paramref name="removed"/> characters from <paramref name="at"/> on.</summary>
    public static TextChange Replacing(string text, int at, int removed, string inserted)
    {
        RuleBroken.If(at < 0 || removed < 0 || at + removed > text.Length, NoFit);
        var change = new TextChange();
        change.Keep(at);
        change.Insert(Checked(inserted));
        change.Remove(removed);
        change.Keep(text.Length - at - removed);
        return change;
    }

    /// <summary>The text as it is afterwards; refused where the change was made for another one.</summary>
    public string Apply(string text)
    {
        RuleBroken.If(text.Length != LengthBefore, NoFit);
        var after = new System.Text.StringBuilder(LengthAfter);
        var at = 0;
        foreach (var step in steps)
        {
            RuleBroken.If(PartsAPair(text, at), NoFit);
            if (step.Text is { } inserted)
                after.Append(inserted);
            else if (step.Keeps)
                after.Append(text, at, step.Length);

            at += step.Before;
        }

        return after.ToString();
    }

    /// <summary>What it takes away of a text that it fits.</summary>
    public string RemovedFrom(string text)
    {
        var removed = new System.Text.StringBuilder();
        var at = 0;
        foreach (var step in steps)
        {
            if (step.Removes)
                removed.Append(text, at, step.Length);

            at += step.Before;
        }

        return removed.ToString();
    }

    /// <summary>Takes it back; <paramref name="removed"/> is what it took away.</summary>
    public TextChange Undo(string removed)
    {
        var undo = new TextChange();
        var at = 0;
        foreach (var step in steps)
        {
            if (step.Text is { } inserted)
                undo.Remove(inserted.Length);
            else if (step.Keeps)
                undo.Keep(step.Length);
            else
            {
                undo.Insert(removed.Substring(at, step.Length));
                at += step.Length;
            }
        }

        return undo;
    }

    public bool Equals(TextChange? other) => other is not null && steps.SequenceEqual(other.steps);

    public override bool Equals(object? obj) => Equals(obj as TextChange);

    public override int GetHashCode() =>
        steps.Aggregate(LengthBefore, (hash, step) => HashCode.Combine(hash, step.GetHashCode()));

    private const string NoFit = "This change does not fit the text.";

    private static bool PartsAPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private void Keep(int length)
    {
        if (length == 0)
            return;

        if (steps is [.., { Keeps: true } last])
            steps[^1] = Step.Keep(last.Length + length);
        else
            steps.Add(Step.Keep(length));

        LengthBefore += length;
        LengthAfter += length;
    }

    private void Remove(int length)
    {
        if (length == 0)
            return;

        if (steps is [.., { Removes: true } last])
            steps[^1] = Step.Remove(last.Length + length);
        else
            steps.Add(Step.Remove(length));

        LengthBefore += length;
    }

    private void Insert(string text)
    {
        if (text.Length == 0)
            return;

        LengthAfter += text.Length;
        var place = steps is [.., { Removes: true }] ? steps.Count - 1 : steps.Count;
        if (place > 0 && steps[place - 1].Text is { } earlier)
            steps[place - 1] = Step.Insert(earlier + text);
        else
            steps.Insert(place, Step.Insert(text));
    }

    /// <param name="Length">Characters kept, removed or inserted.</param>
    /// <param name="Text">What is inserted; null where something is kept or removed.</param>
    private readonly record struct Step(int Length, bool Removes, string? Text)
    {
        public bool Keeps => Text is null && !Removes;

        /// <summary>Characters of the text before that it walks over.</summary>
        public int Before => Text is null ? Length : 0;

        public static Step Keep(int length) => new(length, Removes: false, Text: null);

        public static Step Remove(int length) => new(length, Removes: true, Text: null);

        public static Step Insert(string text) => new(text.Length, Removes: false, text);
    }
}
