namespace SigHub.Domain.Meetings;

/// <content>
/// Changes that meet: one after the other, or both made to the same text by people who did not know of each other
/// (operational transformation, Ellis and Gibbs 1989, with one server that puts changes in an order).
/// </content>
public sealed partial class TextChange
{
    /// <summary>
    /// Two changes of the same text, each as it is after the other: <c>a</c> and then the new <c>b</c> gives the same text as
    /// <c>b</c> and then the new <c>a</c>. All that either inserts is there, inside what the other removes, too; what both
    /// remove is removed once.
    /// </summary>
    /// <param name="firstIsLeft">Which insertion stands left where both insert at the same place; everybody has to say the same.</param>
    public static (TextChange First, TextChange Second) Transform(TextChange first, TextChange second, bool firstIsLeft)
    {
        RuleBroken.If(first.LengthBefore != second.LengthBefore, NoFit);
        var (one, other) = (new TextChange(), new TextChange());
        var (a, b) = (new Walk(first), new Walk(second));
        while (!a.IsOver || !b.IsOver)
        {
            if (a.Text is { } fromFirst && (firstIsLeft || b.Text is null))
            {
                one.Insert(fromFirst);
                other.Keep(fromFirst.Length);
                a.Pass(fromFirst.Length);
            }
            else if (b.Text is { } fromSecond)
            {
                one.Keep(fromSecond.Length);
                other.Insert(fromSecond);
                b.Pass(fromSecond.Length);
            }
            else
            {
                var length = Math.Min(a.Left, b.Left);
                if (!b.Removes)
                    one.KeepOrRemove(length, a.Removes);
                if (!a.Removes)
                    other.KeepOrRemove(length, b.Removes);
                a.Pass(length);
                b.Pass(length);
            }
        }

        return (one, other);
    }

    /// <summary>This change and then the next one, as one.</summary>
    public TextChange Then(TextChange next)
    {
        RuleBroken.If(LengthAfter != next.LengthBefore, NoFit);
        var both = new TextChange();
        var (a, b) = (new Walk(this), new Walk(next));
        while (!a.IsOver || !b.IsOver)
        {
            if (a.Removes)
            {
                both.Remove(a.Left);
                a.Pass(a.Left);
            }
            else if (b.Text is { } inserted)
            {
                both.Insert(inserted);
                b.Pass(inserted.Length);
            }
            else
            {
                var length = Math.Min(a.Left, b.Left);
                if (a.Text is null)
                    both.KeepOrRemove(length, b.Removes);
                else if (!b.Removes)
                    both.Insert(a.Text[..length]);
                a.Pass(length);
                b.Pass(length);
            }
        }

        return both;
    }

    /// <summary>Where a caret goes: what stood before it stays before it, and what is inserted right at it comes after it.</summary>
    public int Shift(int caret)
    {
        var (at, shifted) = (0, caret);
        foreach (var step in steps)
        {
            if (at >= caret)
                break;

            if (step.Text is { } inserted)
                shifted += inserted.Length;
            else if (step.Removes)
                shifted -= Math.Min(step.Length, caret - at);

            at += step.Before;
        }

        return shifted;
    }

    private void KeepOrRemove(int length, bool removes)
    {
        if (removes)
            Remove(length);
        else
            Keep(length);
    }

    /// <summary>Goes over the steps of a change in strides of any length.</summary>
    private struct Walk(TextChange change)
    {
        private int step;
        private int passed;

        public readonly bool IsOver => step == change.steps.Count;
        public readonly bool Removes => !IsOver && change.steps[step].Removes;
        public readonly string? Text => IsOver ? null : change.steps[step].Text?[passed..];
        public readonly int Left => change.steps[step].Length - passed;

        public void Pass(int length)
        {
            passed += length;
            if (passed < change.steps[step].Length)
                return;

            (step, passed) = (step + 1, 0);
        }
    }
}
