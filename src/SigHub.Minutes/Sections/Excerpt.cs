using System.Text;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Remembers which lines became records; what is left is the notes.</summary>
internal sealed class Excerpt
{
    private readonly HashSet<OutlineLine> taken = [];

    public void Take(OutlineLine line) => taken.Add(line.Whole ?? line);

    public bool Has(OutlineLine line) => taken.Contains(line.Whole ?? line);

    /// <summary>The lines that became no record, as Markdown, apart where the source keeps them apart.</summary>
    public string? Left(IEnumerable<OutlineLine> lines)
    {
        var notes = new StringBuilder();
        var last = 0;
        foreach (var line in lines)
        {
            if (!Has(line))
                notes
                    .Append(notes.Length > 0 && line.First > last + 1 ? "\n" : "")
                    .Append(line.Markdown.TrimEnd())
                    .Append('\n');
            last = line.Last;
        }
        return notes.Length > 0 ? notes.ToString().TrimEnd('\n') : null;
    }
}
