using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace SigHub.Minutes.Tests;

public sealed class Explaining_a_reading
{
    private const string Minutes = """
        # Widgets SIG 2024-02-01

        ## Present
        - Ada Byron (Acme)

        ## Action items
        - Ada to write the docs
          - before the release
        - Review the draft - Tim
        - ~~ask the board~~

        ## Notes
        We agreed to ship.
        """;

    [Fact]
    public void Each_line_says_what_it_was_taken_for()
    {
        var taken = Explained(Minutes).Lines.Select(line => line.TakenFor);

        taken.ShouldBe([
            "meeting of 2024-02-01",
            null,
            "notes",
            "present: Ada Byron (Acme)",
            null,
            "notes",
            "action, open, by Ada = Ada Byron: write the docs",
            "goes with the line above",
            "action, open, by Tim: Review the draft",
            "action, done: ask the board",
            null,
            "notes",
            "decision",
        ]);
    }

    [Fact]
    public void Each_line_says_by_which_rules()
    {
        var lines = Explained(Minutes).Lines;

        lines[0].Rules.ShouldBe(["heading", "a day that begins a meeting"]);
        lines[2].Rules.ShouldBe(["heading", "opens the roll call"]);
        lines[6].Rules.ShouldBe(["list item", "in the actions", "owner, then a promise"]);
        lines[8].Rules.ShouldBe(["list item", "in the actions", "owner behind a dash"]);
        lines[12].Rules.ShouldContain("reports what was settled");
    }

    [Fact]
    public void Every_line_has_its_place() =>
        Check.One(
            Tries.Of(100),
            Prop.ForAll(
                InventedMinutes.Documents,
                document =>
                {
                    var explained = Explained(document);
                    explained.Lines.Select(line => line.Text).ShouldBe(document.Split('\n'));
                    explained.Lines.ShouldAllBe(line =>
                        (line.TakenFor == null) == string.IsNullOrWhiteSpace(line.Text)
                    );
                }
            )
        );

    [Fact]
    public void Being_explained_changes_no_reading() =>
        Check.One(
            Tries.Of(100),
            Prop.ForAll(
                InventedMinutes.Documents,
                document => Json(Explained(document).Reading).ShouldBe(Json(MinutesReader.Read("minutes.md", document)))
            )
        );

    private static Explanation Explained(string document) =>
        MinutesReader.Explain("minutes.md", Encoding.UTF8.GetBytes(document));

    private static string Json(Reading reading) => JsonSerializer.Serialize(reading, ReadingJson.OneLine);
}
