namespace SigHub.Web.Persistence;

/// <summary>
/// A word that every web node hears at once, and nobody who comes later: that something changed, not what is true. A word may
/// get lost with a connection, so whoever waits for one looks by themselves now and then. With one node, on SQLite, it rings in
/// the house; on PostgreSQL in all that share the database.
/// </summary>
public class Bell
{
    private Action<string>? _rang;

    /// <summary>From now on it hears each word, in the order in which they arrive; it must not take long.</summary>
    public void Listen(Action<string> hear)
    {
        _rang += hear;
        Begin();
    }

    public void StopListening(Action<string> hear) => _rang -= hear;

    /// <param name="word">Up to 7,000 bytes.</param>
    public virtual void Ring(string word) => Hear(word);

    /// <summary>Somebody wants to hear from now on.</summary>
    protected virtual void Begin() { }

    protected void Hear(string word) => _rang?.Invoke(word);
}
