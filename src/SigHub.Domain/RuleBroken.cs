using System.Diagnostics.CodeAnalysis;

namespace SigHub.Domain;

/// <summary>The one way a rule says no: its message is a whole sentence that a user may read.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It reads as what it says.")]
public sealed class RuleBroken(string sentence) : Exception(sentence)
{
    public static void If([DoesNotReturnIf(true)] bool broken, string sentence)
    {
        if (broken)
            throw new RuleBroken(sentence);
    }

    public static void Unless([DoesNotReturnIf(false)] bool kept, string sentence) => If(!kept, sentence);
}
