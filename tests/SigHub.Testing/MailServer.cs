using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SigHub.Testing;

/// <summary>A mail as it arrived.</summary>
public sealed partial record ReceivedMail(string From, string To, string Subject, string Text)
{
    /// <summary>The first address of a page in it.</summary>
    public Uri Link => new(Address().Match(Text).Value);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}

/// <summary>A mail server on a free loopback port that speaks as much SMTP (RFC 5321) as a sender needs, and keeps what it gets.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = [];
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>While true, every mail is refused for now (451).</summary>
    public bool IsBusy { get; set; }

    public IReadOnlyCollection<ReceivedMail> Received => _received;

    /// <summary>The settings of a portal that hands its mails to this server.</summary>
    public (string Name, string Value)[] Settings(string publicUrl) =>
        [
            ("SigHub__PublicUrl", publicUrl),
            ("SigHub__Mail__Host", "127.0.0.1"),
            ("SigHub__Mail__Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("SigHub__Mail__From", "hub@foundation.example"),
            ("SigHub__Mail__Tls", "false"),
        ];

    /// <summary>Waits for the mail that is the n-th to arrive, from 1.</summary>
    public async Task<ReceivedMail> Get(int number)
    {
        await HubServer.Until(() => _received.Count >= number);
        return _received.ElementAtOrDefault(number - 1)
            ?? throw new InvalidOperationException($"Only {_received.Count} of {number} mails arrived.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Talk(client);
            }
        }
        catch (Exception reason) when (reason is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var (from, to) = ("", "");
        try
        {
            await writer.WriteLineAsync("220 here");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                if (verb == "MAIL")
                    from = Between(line);
                if (verb == "RCPT")
                    to = Between(line);
                if (verb == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    _received.Enqueue(Read(from, to, await ReadText(reader)));
                }

                await writer.WriteLineAsync(
                    verb switch
                    {
                        "MAIL" when IsBusy => "451 not now",
                        "QUIT" => "221 bye",
                        _ => "250 fine",
                    }
                );
            }
        }
        catch (Exception reason) when (reason is IOException or OperationCanceledException)
        {
            // Whoever talked is gone.
        }
    }

    private static string Between(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    private static async Task<List<string>> ReadText(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        return lines;
    }

    private static ReceivedMail Read(string from, string to, List<string> lines)
    {
        var blank = lines.IndexOf("");
        var headers = lines.Take(blank).ToList();
        var body = string.Join("\r\n", lines.Skip(blank + 1));
        var encoding = Header(headers, "Content-Transfer-Encoding");
        var text = encoding switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", ""))),
            "quoted-printable" => FromQuotedPrintable(body),
            _ => body,
        };
        return new ReceivedMail(from, to, FromEncodedWords(Header(headers, "Subject")), text);
    }

    private static string Header(List<string> headers, string name)
    {
        var at = headers.FindIndex(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return at < 0
            ? ""
            : headers[at][(name.Length + 1)..].Trim()
                + string.Concat(headers.Skip(at + 1).TakeWhile(line => line.StartsWith(' ')));
    }

    private static string FromEncodedWords(string text) =>
        Regex.Replace(
            Regex.Replace(text, @"\?=\s+=\?", "?==?"),
            @"=\?utf-8\?(B|Q)\?([^?]*)\?=",
            word =>
                word.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
                    ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
                    : FromQuotedPrintable(word.Groups[2].Value.Replace('_', ' ')),
            RegexOptions.IgnoreCase
        );

    private static string FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
                bytes.Add((byte)text[at]);
            else if (text[at + 1] == '\r')
                at += 2;
            else
            {
                bytes.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
