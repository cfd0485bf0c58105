using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace SigHub.Minutes.Tests;

public sealed class Laws_of_reading
{
    private static readonly Config Thorough = Tries.Of(Tries.Rounds);

    [Fact]
    public void Any_bytes_are_read_or_refused_in_a_sentence() =>
        Check.One(
            Thorough,
            Prop.ForAll<byte[]>(bytes =>
            {
                try
                {
                    _ = MinutesReader.Read("minutes.md", bytes);
                    return true;
                }
                catch (NotMinutes refusal)
                {
                    return refusal.Message.EndsWith('.');
                }
            })
        );

    [Fact]
    public void Any_scribble_is_read() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                InventedMinutes.Scribble,
                text => MinutesReader.Read("minutes.md", text).Document.ShouldBe("minutes.md")
            )
        );

    [Fact]
    public void Every_line_ends_in_a_record_or_in_the_notes() =>
        Check.One(Thorough, Prop.ForAll(InventedMinutes.Documents, document => Lost(document).ShouldBeEmpty()));

    [Fact]
    public void A_records_text_stands_on_its_lines() =>
        Check.One(
            Thorough,
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var lines = document.Split('\n');
                    foreach (var (text, span) in Texts(MinutesReader.Read("minutes.md", document)))
                    {
                        span.First.ShouldBeInRange(1, lines.Length);
                        span.Last.ShouldBeInRange(span.First, lines.Length);
                        Words(text).ShouldBeSubsetOf(Words(string.Join(' ', lines[(span.First - 1)..span.Last])));
                    }
                }
            )
        );

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_machines_language_changes_nothing(string culture) =>
        Check.One(
            Tries.Of(50),
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var here = Json(document);
                    var before = CultureInfo.CurrentCulture;
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    try
                    {
                        Json(document).ShouldBe(here);
                    }
                    finally
                    {
                        CultureInfo.CurrentCulture = before;
                    }
                }
            )
        );

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Los_Angeles")]
    public void The_machines_zone_changes_nothing(string zone) =>
        Check.One(
            Tries.Of(50),
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var here = Json(document);
                    var before = Environment.GetEnvironmentVariable("TZ");
                    Environment.SetEnvironmentVariable("TZ", zone);
                    TimeZoneInfo.ClearCachedData();
                    try
                    {
                        TimeZoneInfo.Local.Id.ShouldBe(zone);
                        Json(document).ShouldBe(here);
                    }
                    finally
                    {
                        Environment.SetEnvironmentVariable("TZ", before);
                        TimeZoneInfo.ClearCachedData();
                    }
                }
            )
        );

    [Fact]
    public void Line_ends_and_encodings_change_nothing() =>
        Check.One(
            Tries.Of(100),
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var plain = Unhashed(Encoding.UTF8.GetBytes(document));
                    Unhashed(Encoding.UTF8.GetBytes(document.Replace("\n", "\r\n"))).ShouldBe(plain);
                    Unhashed([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(document)]).ShouldBe(plain);
                    Unhashed([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(document)]).ShouldBe(plain);
                    Unhashed([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(document)])
                        .ShouldBe(plain);
                }
            )
        );

    [Fact]
    public void A_reading_survives_its_json() =>
        Check.One(
            Tries.Of(100),
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var json = Json(document);
                    var again = System.Text.Json.JsonSerializer.Deserialize<Reading>(json, ReadingJson.OneLine);
                    System.Text.Json.JsonSerializer.Serialize(again, ReadingJson.OneLine).ShouldBe(json);
                }
            )
        );

    private static List<string> Lost(string document)
    {
        var reading = MinutesReader.Read("minutes.md", document);
        var claimed = reading
            .Findings.Select(finding => finding.Lines)
            .Concat(Texts(reading).Select(text => text.Lines))
            .ToList();
        var kept = reading
            .Meetings.Select(meeting => meeting.Notes)
            .Concat(reading.Groups.Select(group => group.Overview));
        var notes = Words(string.Join('\n', kept)).ToHashSet();
        return
        [
            .. document
                .Split('\n')
                .Select((line, at) => (line, at: at + 1))
                .Where(each =>
                    !claimed.Exists(span => span.Holds(each.at))
                    && !Words(Regex.Replace(each.line, "<[^>]*>", " ")).All(notes.Contains)
                )
                .Select(each => $"{each.at}: {each.line}"),
        ];
    }

    private static IEnumerable<(string Text, LineSpan Lines)> Texts(Reading reading) =>
        reading
            .Meetings.SelectMany(meeting =>
                meeting
                    .Attendees.Select(person => (person.Name, person.Lines))
                    .Concat(meeting.Agenda.Select(item => (item.Title, item.Lines)))
                    .Concat(meeting.Decisions.Select(decision => (decision.Text, decision.Lines)))
                    .Concat(meeting.Actions.Select(action => (action.Text, action.Lines)))
            )
            .Concat(reading.Members.Select(member => (member.Name, member.Lines)))
            .Concat(reading.Milestones.Select(stone => (stone.Title, stone.Lines)));

    private static string[] Words(string text) =>
        [
            .. Regex
                .Matches(text, @"\w+")
                .Select(word => word.Value.ToLowerInvariant().Trim('_'))
                .Where(word => word.Length > 0),
        ];

    private static string Json(string document) =>
        System.Text.Json.JsonSerializer.Serialize(MinutesReader.Read("minutes.md", document), ReadingJson.OneLine);

    private static string Unhashed(byte[] bytes) =>
        System.Text.Json.JsonSerializer.Serialize(
            MinutesReader.Read("minutes.md", bytes) with
            {
                Sha256 = "",
            },
            ReadingJson.OneLine
        );
}
