using System.Globalization;

namespace SigHub.Cli;

/// <summary>
/// "12 of 300 documents" on one line of the terminal; nothing where errors go to a file, or where what is read scrolls by.
/// </summary>
internal sealed class Progress(int all) : IDisposable
{
    private readonly bool isShown = all > 1 && !Console.IsErrorRedirected && Console.IsOutputRedirected;
    private int done;

    public void OneMore()
    {
        done++;
        if (isShown)
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {all} documents"));
    }

    public void Dispose()
    {
        if (isShown)
            Console.Error.Write("\r" + new string(' ', 40) + "\r");
    }
}
