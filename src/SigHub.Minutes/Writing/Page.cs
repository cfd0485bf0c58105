using System.Text;

namespace SigHub.Minutes.Writing;

/// <summary>The text as it grows, and where in it each record stands.</summary>
internal sealed class Page
{
    private readonly StringBuilder text = new();
    private int line = 1;
    private bool isApart = true;

    public void Heading(int level, string words)
    {
        Apart();
        Add($"{new string('#', level)} {words}");
        Apart();
    }

    public void Write(Entry entry)
    {
        entry.Line = line;
        Add(entry.Spelling);
    }

    public void Add(string lines)
    {
        text.Append(lines).Append('\n');
        line += 1 + lines.Count(c => c == '\n');
        isApart = false;
    }

    /// <param name="lines">Null stands for a blank line.</param>
    public void Add(IEnumerable<string?> lines)
    {
        foreach (var each in lines)
            if (each is null)
                Apart();
            else
                Add(each);
    }

    /// <summary>A blank line before what comes next.</summary>
    public void Apart()
    {
        if (isApart)
            return;
        text.Append('\n');
        line++;
        isApart = true;
    }

    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";
}
