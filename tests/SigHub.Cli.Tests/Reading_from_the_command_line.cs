using System.Text.Json;

namespace SigHub.Cli.Tests;

public sealed class Reading_from_the_command_line : ProgramRun
{
    private const string Minutes =
        "# Widgets SIG 2024-02-01\n\n## Present\n- Ada Byron\n\n## Actions\n- Ada to write the docs\n";

    [Fact]
    public void A_folder_is_read_in_path_order()
    {
        for (var i = 0; i < 60; i++)
            Put($"minutes/{i % 7}/{i:00}.md", Minutes);
        Put("minutes/picture.png", "no document");

        var (code, output, errors) = Run("read", "minutes");

        code.ShouldBe(0, errors);
        errors.ShouldBeEmpty();
        var documents = Lines(output).Select(reading => reading.GetProperty("document").GetString()!).ToList();
        documents.Count.ShouldBe(60);
        documents.ShouldBe(documents.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_bad_document_stops_no_other()
    {
        Put("a.md", Minutes);
        Put("b.md", " \n");
        Put("c.md", Minutes);

        var (code, output, errors) = Run("read", "a.md", "b.md", "missing.md", "c.md");

        code.ShouldBe(1);
        var readings = Lines(output);
        readings.Select(reading => reading.TryGetProperty("error", out _)).ShouldBe([false, true, true, false]);
        readings[1]
            .GetProperty("error")
            .GetString()
            .ShouldBe("The document is empty. Export it again, or paste its text.");
        errors.ShouldContain("sighub: b.md: The document is empty. Export it again, or paste its text.");
        errors.ShouldContain("sighub: missing.md: ");
    }

    [Fact]
    public void Wrong_arguments_end_with_2() => Run("read").Code.ShouldBe(2);

    [Fact]
    public void An_empty_folder_is_told()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "empty"));

        var (code, output, errors) = Run("read", "empty");

        (code, output).ShouldBe((0, ""));
        errors.ShouldStartWith("sighub: there are no documents here");
    }

    [Fact]
    public void An_explanation_has_each_line_and_no_colour_in_a_file()
    {
        Put("a.md", Minutes);

        var (code, output, _) = Run("read", "a.md", "--explain");

        code.ShouldBe(0);
        output.ShouldContain("present: Ada Byron");
        output.ShouldContain("opens the roll call");
        output.ShouldContain("- Ada to write the docs");
        output.ShouldNotContain("\e[");
    }

    [Fact]
    public void Minutes_are_written_in_the_style_asked_for()
    {
        Put("a.md", Minutes);

        var (code, output, _) = Run("write", "a.md", "--as", "rocky");

        code.ShouldBe(0);
        output.ShouldBe(
            "# Widgets SIG 2024-02-01\n\n## Attendees:\n\n    * Ada Byron\n\n## Action items:\n\n    * Ada to write the docs\n"
        );
        Run("write", "a.md", "--as", "nobody").Code.ShouldBe(2);
    }

    private static List<JsonElement> Lines(string output) =>
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];
}
