using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SigHub.Web.Features.Meetings;

/// <summary>What two texts of a meeting say differently, line by line.</summary>
public static class TextDifference
{
    private const int Around = 2;

    /// <summary>Lines that came and went, each with a little of what stands around it.</summary>
    public static IReadOnlyList<Line> Of(string older, string newer)
    {
        var all = new InlineDiffBuilder(new Differ())
            .BuildDiffModel(older, newer)
            .Lines.Select(line => new Line(
                line.Type switch
                {
                    ChangeType.Inserted => Change.Came,
                    ChangeType.Deleted => Change.Went,
                    _ => Change.Stayed,
                },
                line.Text
            ))
            .ToList();
        var shown = new List<Line>();
        for (var i = 0; i < all.Count; i++)
        {
            var isNear = Enumerable
                .Range(i - Around, (2 * Around) + 1)
                .Any(near => near >= 0 && near < all.Count && all[near].Change != Change.Stayed);
            if (isNear)
                shown.Add(all[i]);
            else if (shown.Count > 0 && shown[^1].Change != Change.LeftOut)
                shown.Add(new Line(Change.LeftOut, ""));
        }

        return shown;
    }

    public sealed record Line(Change Change, string Text);

    public enum Change
    {
        Stayed,
        Came,
        Went,
        LeftOut,
    }
}
