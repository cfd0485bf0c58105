using System.Diagnostics;
using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Syntax;
using SigHub.Minutes;
using SigHub.Minutes.Bench;

// Times the whole reading of minutes beside bare Markdig over the same text: parse, then visit each node. Both take turns in
// one run, so that a busy machine slows both; figures are medians.
const int Rounds = 31;

// Until both are compiled for good.
const int WarmUp = 120;

var markdig = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras().Build();
var corpus = Texts.Corpus();
Console.WriteLine(
    corpus.Count > 0
        ? $"{corpus.Count} public documents"
        : "no public documents beside the repository (SIGHUB_SHARED names another folder): an invented log instead"
);
var texts = corpus.Count > 0 ? corpus : [Texts.Log(300_000)];
var size = texts.Sum(text => Encoding.UTF8.GetByteCount(text));
var (reading, parsing, ratio) = Compare(texts, Rounds);
Console.WriteLine(Line("whole reading", size / 1e6 / reading));
Console.WriteLine(Line("Markdig, parse and walk", size / 1e6 / parsing));
Console.WriteLine(Invariant($"speed of reading in that of Markdig: {ratio:F2} (aim: 0.40 or more)"));

var (small, large) = (Texts.Log(100_000), Texts.Log(10_000_000));
var once = Median(WarmUp, Rounds, () => Time(() => Read(small))) / small.Length;
var many = Median(1, 3, () => Time(() => Read(large))) / large.Length;
Console.WriteLine(Line("a log of 100 kB", 1e-6 / once));
Console.WriteLine(Line("a log of 10 MB", 1e-6 / many));
Console.WriteLine(Invariant($"cost of a byte at 10 MB in that at 100 kB: {many / once:F2} (aim: 1.50 or less)"));

(double Reading, double Parsing, double Ratio) Compare(IReadOnlyList<string> documents, int rounds)
{
    for (var i = 0; i < WarmUp; i++)
        _ = (ReadAll(documents), ParseAll(documents));
    var pairs = Enumerable
        .Range(0, rounds)
        .Select(_ => (Reading: Time(() => ReadAll(documents)), Parsing: Time(() => ParseAll(documents))))
        .ToList();
    return (
        Middle(pairs.Select(pair => pair.Reading)),
        Middle(pairs.Select(pair => pair.Parsing)),
        Middle(pairs.Select(pair => pair.Parsing / pair.Reading))
    );
}

static int ReadAll(IReadOnlyList<string> documents) => documents.Sum(Read);

static int Read(string text) => MinutesReader.Read("minutes.md", text).Meetings.Count;

int ParseAll(IReadOnlyList<string> documents) =>
    documents.Sum(text => Markdown.Parse(text, markdig).Descendants().Count());

static double Time(Func<int> run)
{
    var started = Stopwatch.GetTimestamp();
    _ = run();
    return Stopwatch.GetElapsedTime(started).TotalSeconds;
}

static double Median(int warmUp, int rounds, Func<double> measure)
{
    for (var i = 0; i < warmUp; i++)
        _ = measure();
    return Middle(Enumerable.Range(0, rounds).Select(_ => measure()));
}

static double Middle(IEnumerable<double> values) =>
    values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

static string Line(string what, double speed) => Invariant($"{what, -24} {speed, 8:F2} MB/s");

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
