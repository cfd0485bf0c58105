using System.Text;
using SigHub.Testing;

namespace SigHub.Minutes.Tests;

/// <summary>A megabyte of one thing over and over; its two classes run beside each other.</summary>
file static class OverAndOver
{
    public const int Size = 1_000_000;
    public const string Opening = "# Widgets SIG 2024-01-01\n## Present\n- Ada Byron\n## Actions\n";

    public static void CostsNoMoreThanItsSize(string name, string part) =>
        Growth
            .OfFourTimes(
                Size / 4,
                size =>
                    MinutesReader.Read(
                        "minutes.md",
                        Opening + string.Concat(Enumerable.Repeat(part, size / part.Length))
                    )
            )
            .ShouldBeLessThan(12, name);
}

public sealed class Hostile_minutes
{
    public static TheoryData<string, string> Repeated =>
        new()
        {
            { "quotes in items", "\n- \"a\" “b" },
            { "tabs", "a\tb\n" },
            { "names", "Ada Byron, " },
            { "names in a roll call", "\n## Present\n- Ada Byron" },
            { "owners", "\n## Actions\n- Ada / Grace to meet by Friday (Tim) - done" },
            { "dated headings", "\n## 2021-05-04\n- x" },
            { "colons", "a: b - " },
            { "references", "\n[a]: b\n[a]" },
            { "boxes", "\n- [ ] a" },
            { "labels", "\nPresent: Ada, Tim" },
            { "carried lists", "\n## Old business\n## 2021-05-04\n- x" },
            { "agreements", "we agreed to go. " },
        };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Cost_no_more_than_their_size(string name, string part) =>
        OverAndOver.CostsNoMoreThanItsSize(name, part);
}

public sealed class Hostile_documents
{
    public static TheoryData<string, string> Repeated =>
        new()
        {
            { "brackets", "[" },
            { "links", "[a](" },
            { "emphasis", "*a_" },
            { "ticks", "`` ` " },
            { "tags", "<div>" },
            { "open tags", "<a href=" },
            { "tables", "<table><tr><td>" },
            { "unclosed tables", "\n<table>\n" },
            { "comments", "\n<!-- \n" },
            { "fences", "\n```a\n" },
            { "rows", "\n| a | b |\n|---|---|" },
            { "nesting", "- " },
            { "numbers", "1. 2021-01-01 " },
            { "cells", "| a " },
            { "images", "![" },
            { "bold", "**a" },
            { "quotations", "\n> > " },
            { "lists in HTML", "<ul><li>" },
            { "entities", "&amp;&#x" },
            { "blank lines", "\n \n" },
        };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Cost_no_more_than_their_size(string name, string part) =>
        OverAndOver.CostsNoMoreThanItsSize(name, part);

    [Fact]
    public void Everyone_is_someone_else()
    {
        Growth
            .OfFourTimes(
                5_000,
                people =>
                {
                    var document = new StringBuilder(OverAndOver.Opening);
                    for (var i = 0; i < people; i++)
                        document.Append("- ").Append(Name(i)).Append(' ').AppendLine(Name(i * 7));
                    _ = MinutesReader.Read("minutes.md", document.Replace("## Actions\n", "").ToString());
                }
            )
            .ShouldBeLessThan(12);

        static string Name(int number) =>
            $"{(char)('A' + number % 26)}{(char)('a' + number / 26 % 26)}{(char)('a' + number / 676 % 26)}{(char)('a' + number / 17576 % 26)}";
    }

    [Theory]
    [InlineData("<nav>")]
    [InlineData("<div>a")]
    [InlineData("<!--")]
    [InlineData("<script>a")]
    [InlineData("<table><tr><td>a")]
    public void Pages_cost_no_more_than_their_size(string part) =>
        Growth
            .OfFourTimes(
                OverAndOver.Size / 4,
                size =>
                    MinutesReader.Read(
                        "minutes.html",
                        "<!doctype html><p>a" + string.Concat(Enumerable.Repeat(part, size / part.Length))
                    )
            )
            .ShouldBeLessThan(12, part);

    [Fact]
    public void Nesting_grows_with_each_line_and_ends()
    {
        var document = new StringBuilder("# Widgets SIG 2024-01-01\n");
        for (var depth = 0; depth < 1200; depth++)
            document.Append(' ', depth).AppendLine("- item");

        _ = MinutesReader.Read("minutes.md", document.ToString());
    }

    [Fact]
    public void Mutilated_minutes_are_still_read()
    {
        var random = new Random(20240201);
        const string Minutes =
            "# SIG/X 2024-02-01\n\n## Present\n\t* Ada Byron (Acme)\n\n| a | b |\n|---|---|\n| <b>c</b> | d |\n\n## Actions\n- [ ] Ada to go - done\n";
        for (var round = 0; round < 2000; round++)
        {
            var text = new StringBuilder(Minutes);
            for (var cut = 0; cut < 6; cut++)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at));
                else
                    text.Insert(at, (char)random.Next(1, 0x2FFF));
            }
            if (text.ToString().Any(char.IsLetter))
                _ = MinutesReader.Read("minutes.md", text.ToString());
        }
    }
}
