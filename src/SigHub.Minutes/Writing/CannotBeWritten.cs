namespace SigHub.Minutes;

/// <summary>Records that no text in a dialect would give back; the message is a sentence that names the first of them.</summary>
public sealed class CannotBeWritten : Exception
{
    public CannotBeWritten(string sentence)
        : base(sentence) { }
}
