namespace SigHub.Minutes.Writing;

/// <summary>One record on its way to the page: the ways to write it, the best first, and how to see that it is read back.</summary>
/// <param name="name">What a person calls it: "the action “write the docs”".</param>
/// <param name="spellings">Each is one or more lines.</param>
/// <param name="isRead">Whether what is read from the line on which it was written is this record and no other.</param>
internal sealed class Entry(string name, IReadOnlyList<string> spellings, Func<Reading, int, bool> isRead)
{
    private int tried;

    public string Name => name;

    /// <summary>The line on which it stands.</summary>
    public int Line { get; set; }

    public string Spelling => spellings[tried];

    /// <summary>Takes the next way to write it; false when there is none.</summary>
    public bool TryAnother()
    {
        if (tried + 1 >= spellings.Count)
            return false;
        tried++;
        return true;
    }

    public bool IsReadFrom(Reading reading) => isRead(reading, Line);
}
