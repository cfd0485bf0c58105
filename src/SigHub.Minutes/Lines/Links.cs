using System.Text.RegularExpressions;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>The addresses on a line, each with what it was called and what it leads to.</summary>
internal static class Links
{
    private static readonly Pattern Bare = Pattern.Of(@"https?://[^\s<>""'|\\^`{}\[\]]+");
    private static readonly Pattern TrailingLabel = Pattern.Of(
        @"(?:^|[;,.|()•])\W*(?<label>\w[\w /-]{1,40}?) ?(?::|-|–)? ?$"
    );

    private static readonly FirstFit<LinkKind> Kinds = new([
        (LinkKind.Recording, @"youtu\.?be|zoom\.us/rec|recording|\bplaylist\b|/rec/"),
        (LinkKind.MailingList, @"lists?\.|groups\.google|groups\.io|mailman|mailing"),
        (LinkKind.Calendar, @"calendar|/ics\b|\.ics"),
        (LinkKind.Chat, @"slack|irc|matrix\.|mattermost|discord|chat\.|gitter|zulip|element\.io"),
        (LinkKind.Meeting, @"zoom\.us|meet\.google|teams\.microsoft|gotomeet|webex|jitsi|bluejeans|meet\."),
        (
            LinkKind.Document,
            @"docs\.google|hackmd|etherpad|onedrive|1drv|dropbox|notion\.|\.pdf|\.docx?|\.pptx?|drive\.google"
        ),
        (LinkKind.Repository, @"github\.com|gitlab|git\.|codeberg|bitbucket"),
    ]);

    public static IEnumerable<ReadLink> In(Inline text) =>
        text.Marks.Count == 0 && !HasAddress(text) ? [] : Found(text);

    private static bool HasAddress(Inline text) => text.Text.Contains("://", StringComparison.Ordinal);

    private static IEnumerable<ReadLink> Found(Inline text)
    {
        foreach (var mark in text.Links)
            if (Address(mark.Url) is { } url)
                yield return Link(Label(text, mark.Start, text.Under(mark), url), url);
        if (!HasAddress(text))
            yield break;
        foreach (Match bare in Bare.Matches(text.Text))
            if (!text.Links.Any(mark => mark.Start <= bare.Index && bare.Index < mark.End))
            {
                var url = bare.Value.TrimEnd('.', ',', ')', ';', ':', '*', '_', '!', '?');
                yield return Link(Label(text, bare.Index, url, url), url);
            }
    }

    private static string? Address(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? url
            : null;

    private static string? Label(Inline text, int start, string words, string url)
    {
        if (words != url && words.Length > 0)
            return words;
        var before = text.Text[..start];
        return before.Length < 60 && TrailingLabel.Match(before) is { Success: true } label
            ? label.Groups["label"].Value
            : null;
    }

    private static ReadLink Link(string? label, string url) =>
        new(label, url, Kinds.In($"{url} {label}") ?? LinkKind.Website);
}
