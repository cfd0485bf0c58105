using SigHub.Web.Features.Imports.MovingIn;

namespace SigHub.Web.Tests.Imports;

public sealed class Keeping_the_discussion
{
    [Theory]
    [InlineData(
        "# SIG/X 2026-01-08\n\n## Attendees:\n\n## Discussion\n\n* It boots\n\n## Action items:\n",
        "## Discussion\n\n* It boots"
    )]
    [InlineData("## 2026-01-08", "")]
    [InlineData("# Notes\n\n## Topic\n\n### Part\n\ntext", "# Notes\n\n## Topic\n\n### Part\n\ntext")]
    [InlineData("## A\n\n## B\n\ntext\n\n### C\n", "## B\n\ntext")]
    [InlineData("plain\n\n#notaheading", "plain\n\n#notaheading")]
    [InlineData("## Roadmap\n\n|Time|Tasks|\n|--|--|\n\n## B\n\ntext", "## B\n\ntext")]
    [InlineData("|Time|Tasks|\n|--|--|\n|now|this|", "|Time|Tasks|\n|--|--|\n|now|this|")]
    [InlineData("## Goals\n\n* be dull\n", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Headings_with_nothing_left_below_them_go(string? notes, string kept) =>
        Discussion.Of(notes, "SIG/X 2026-01-08", "be dull").ShouldBe(kept);
}
