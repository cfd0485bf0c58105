namespace SigHub.Minutes;

/// <summary>A document that cannot be read at all; the message is a sentence a user may read.</summary>
public sealed class NotMinutes : Exception
{
    public NotMinutes(string sentence)
        : base(sentence) { }
}
