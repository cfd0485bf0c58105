using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace SigHub.Minutes.Tests;

public sealed class Laws_of_writing
{
    /// <summary>Each is read about ten times.</summary>
    private static readonly Config Often = Tries.Of(Tries.Rounds / 4);

    public static TheoryData<Dialect> Dialects => [.. Dialect.All];

    [Theory, MemberData(nameof(Dialects))]
    public void Ordinary_records_are_read_back_as_they_were(Dialect dialect) =>
        Check.One(
            Often,
            Prop.ForAll(
                InventedRecords.Ordinary,
                meeting =>
                {
                    var text = MinutesWriter.Write(meeting, dialect);
                    var again = MinutesReader.Read("minutes.md", text).Meetings.ShouldHaveSingleItem(text);
                    Records(again).ShouldBe(Records(meeting), text);
                }
            )
        );

    [Theory, MemberData(nameof(Dialects))]
    public void Odd_records_are_read_back_or_refused_in_a_sentence(Dialect dialect) =>
        Check.One(
            Often,
            Prop.ForAll(
                InventedRecords.Odd,
                meeting =>
                {
                    if (Written(new DayOfMinutes(meeting), dialect) is not { } text)
                        return;
                    var again = MinutesReader.Read("minutes.md", text).Meetings.ShouldHaveSingleItem(text);
                    Records(again).ShouldBe(Records(meeting), text);
                }
            )
        );

    [Theory, MemberData(nameof(Dialects))]
    public void What_was_read_can_be_written_and_read_again(Dialect dialect) =>
        Check.One(
            Often,
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    foreach (var day in DayOfMinutes.In(MinutesReader.Read("minutes.md", document)))
                        if (Written(day, dialect) is { } text)
                        {
                            var again = MinutesReader.Read("minutes.md", text);
                            again
                                .Meetings.Select(Records)
                                .ShouldBe([.. day.Carried.Prepend(day.Meeting).Select(Records)], text);
                            Kept(day.Meeting.Notes).ShouldBeSubsetOf(Words(text), text);
                        }
                }
            )
        );

    [Theory, MemberData(nameof(Dialects))]
    public void Minutes_written_twice_stay_as_they_are(Dialect dialect) =>
        Check.One(
            Often,
            Prop.ForAll(
                InventedRecords.Ordinary,
                meeting =>
                {
                    var text = MinutesWriter.Write(meeting, dialect);
                    var again = DayOfMinutes.In(MinutesReader.Read("minutes.md", text)).ShouldHaveSingleItem();
                    MinutesWriter.Write(again, dialect).ShouldBe(text);
                }
            )
        );

    [Fact]
    public void Hardly_any_minutes_are_refused()
    {
        var days = InventedMinutes
            .Documents.Generator.Sample(400, Tries.Seed, 20)
            .SelectMany(document => DayOfMinutes.In(MinutesReader.Read("minutes.md", document)))
            .ToList();

        days.Count(day => Written(day, Dialect.SigHub) is null).ShouldBeLessThan(days.Count / 10);
    }

    private static string? Written(DayOfMinutes day, Dialect dialect)
    {
        try
        {
            return MinutesWriter.Write(day, dialect);
        }
        catch (CannotBeWritten refusal)
        {
            refusal.Message.ShouldEndWith(".");
            return null;
        }
    }

    /// <summary>What is told, without where, how surely and in which order; an agenda has one.</summary>
    private static string Records(ReadMeeting meeting) =>
        JsonSerializer.Serialize(
            new
            {
                meeting.Group,
                meeting.Date,
                meeting.Time,
                meeting.Zone,
                meeting.State,
                Attendees = Sorted(meeting.Attendees.Select(each => each with { Lines = default })),
                Agenda = meeting.Agenda.Select(each => each.Title),
                Decisions = Sorted(meeting.Decisions.Select(each => each with { Lines = default })),
                Actions = Sorted(
                    meeting
                        .Actions.Where(each => each.Origin == Origin.Explicit)
                        .Select(each => new
                        {
                            each.Id,
                            each.Text,
                            Owners = each.Owners.Select(owner => owner.Person ?? owner.Name),
                            each.Status,
                            each.StatusNote,
                            each.Due,
                            each.Notes,
                        })
                ),
            },
            ReadingJson.Pretty
        );

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> records) =>
        records.Select(each => JsonSerializer.Serialize(each, ReadingJson.OneLine)).Order(StringComparer.Ordinal);

    /// <summary>The words of the notes, headings and heads of tables aside, under which records stood.</summary>
    private static IEnumerable<string> Kept(string? notes)
    {
        var lines = (notes ?? "").Split('\n');
        var kept = lines.Where((line, at) => !line.TrimStart().StartsWith('#') && !IsUnderlined(lines, at));
        return Words(string.Join('\n', kept))
            .Except(
                ["Attendees", "Regrets", "Name", "Company", "Present", "Date", "Minutes", "Meeting"],
                StringComparer.Ordinal
            );
    }

    private static bool IsUnderlined(string[] lines, int at) =>
        at + 1 < lines.Length && lines[at + 1] is ['-' or '=', '-' or '=', ..];

    private static IEnumerable<string> Words(string text) =>
        Regex
            .Matches(Regex.Replace(text, "</?[a-z][^>\n]*>", " "), "[\\p{L}\\p{Nd}]+")
            .Select(word => word.Value)
            .Distinct();
}
