using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Yes, no or excused, as a cell or the end of a line says it.</summary>
internal static class PresenceWord
{
    private static readonly Pattern Yes = Pattern.Of(Vocabulary.Yes);
    private static readonly Pattern No = Pattern.Of(Vocabulary.No);
    private static readonly Pattern Excused = Pattern.Of(Vocabulary.Excused);

    /// <summary>"apologies - will be ten minutes late" comes.</summary>
    private static readonly Pattern Late = Pattern.Of(English.Late);

    public static Presence? Read(string words) =>
        Yes.IsMatch(words) || Late.IsMatch(words) ? Presence.Present
        : Excused.IsMatch(words) ? Presence.Regrets
        : No.IsMatch(words) ? Presence.Absent
        : null;
}
