namespace SigHub.Minutes.Writing;

/// <summary>Where things stand on the page that may stand in several places; the first layout that reads back is taken.</summary>
/// <param name="KeepsPlaces">Whether what is left beside the records of a list stays with them, or goes to the discussion.</param>
/// <param name="NotesAreTopics">Whether headings inside the discussion are read as the agenda, or as its own parts.</param>
/// <param name="RollCallIsTable">Tables keep employers apart that a list takes for remarks.</param>
internal readonly record struct Layout(bool KeepsPlaces, bool NotesAreTopics, bool RollCallIsTable)
{
    public static IReadOnlyList<Layout> All { get; } =
    [
        new(true, true, false),
        new(false, true, false),
        new(true, true, true),
        new(false, true, true),
        new(true, false, false),
        new(false, false, false),
        new(false, false, true),
    ];
}
