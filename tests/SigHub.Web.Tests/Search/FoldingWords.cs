using SigHub.Web.Components;
using SigHub.Web.Features.Search;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Tests.Search;

public sealed class Folding_words
{
    [Theory]
    [InlineData("Müller MÜLLER Mu\u0308ller", "muller muller muller")]
    [InlineData("Straße, Łódź; Ærø", "strasse lodz aero")]
    [InlineData("A-142 and 4.6", "a 142 and 4 6")]
    [InlineData("ﬁrmware Ｋｅｒｎｅｌ", "firmware kernel")]
    [InlineData("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen")]
    [InlineData("会議 notes", "会 議 notes")]
    [InlineData("\ud83d half 🚀 rocket \0 nul", "half rocket nul")]
    [InlineData("'\"*&|!():<->%_\\", "")]
    public void Makes_alike_what_people_mean_alike(string text, string words) => Folding.Line(text).ShouldBe(words);

    [Fact]
    public void Each_word_knows_where_it_stands()
    {
        const string Text = "Über “die” Größe, 会議: 4.6";

        Folding
            .Words(Text)
            .Select(word => Text.Substring(word.Start, word.Length))
            .ShouldBe(["Über", "die", "Größe", "会", "議", "4", "6"]);
    }

    [Fact]
    public void A_word_that_never_ends_is_cut() =>
        Folding.Line(new string('x', 10_000)).Length.ShouldBe(Folding.LongestWord);

    [Theory]
    [InlineData("## The *kernel* of [the image](https://docs.example/k)", "The kernel of the image")]
    [InlineData("| a | b |\n|---|---|\n| node_image | 2 |", "a b\nnode_image 2")]
    [InlineData("- [x] _done_ and `code`\n\n> quoted", "done and code\nquoted")]
    public void A_text_is_searched_without_the_marks_of_Markdown(string markdown, string plain) =>
        PlainText.Of(markdown).ShouldBe(plain);
}

public sealed class Asking_for_something
{
    [Fact]
    public void Words_phrases_prefixes_and_exclusions_are_told_apart()
    {
        var asked = SearchRequest.Read("kernel \"node image\" cert* -draft -\"old tool\"");

        asked
            .Terms.Wanted.Select(term => (string.Join(' ', term.Words), term.IsPrefix))
            .ShouldBe([("kernel", false), ("node image", false), ("cert", true)]);
        asked.Terms.Unwanted.Select(term => string.Join(' ', term.Words)).ShouldBe(["draft", "old tool"]);
        asked.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_word_may_go_on_while_somebody_types()
    {
        SearchRequest
            .Read("kernel ima", isTyping: true)
            .Terms.Wanted.Select(term => term.IsPrefix)
            .ShouldBe([false, true]);
        SearchRequest.Read("kernel image ", isTyping: true).Terms.Wanted.ShouldAllBe(term => !term.IsPrefix);
        SearchRequest.Read("\"kernel ima", isTyping: true).Terms.Wanted.ShouldAllBe(term => !term.IsPrefix);
    }

    [Theory]
    [InlineData("after:2026", "2026-01-01", null)]
    [InlineData("AFTER:2026-3", "2026-03-01", null)]
    [InlineData("after:2026-03-12 before:2027", "2026-03-12", "2027-01-01")]
    [InlineData("after:2025 after:2026 before:2028 before:2027", "2026-01-01", "2027-01-01")]
    public void Days_are_read_as_people_write_them(string typed, string? from, string? until)
    {
        var asked = SearchRequest.Read(typed);

        asked.From.ShouldBe(
            from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture)
        );
        asked.Until.ShouldBe(
            until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)
        );
        asked.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("before:tomorrow", "“before:tomorrow” was left out: write a year, a month or a day")]
    [InlineData("kind:cake", "“kind:cake” was left out: a kind is one of minutes, decision")]
    [InlineData("-after:2026", "“-after:2026” was left out")]
    public void What_makes_no_sense_is_told_in_a_sentence(string typed, string sentence) =>
        SearchRequest.Read(typed).Problems.ShouldHaveSingleItem().ShouldStartWith(sentence);

    [Fact]
    public void A_colon_behind_another_word_is_a_colon() =>
        SearchRequest.Read("foo:bar").Terms.Wanted.ShouldHaveSingleItem().Words.ShouldBe(["foo", "bar"]);

    [Fact]
    public void What_was_typed_can_be_written_again()
    {
        const string Typed = "kernel -\"node image\" group:\"SIG/Compute\" kind:action";
        var parts = SearchLine.Read(Typed);

        SearchLine.Write(parts).ShouldBe(Typed);
        SearchLine
            .Read(SearchLine.Write(SearchLine.Read("a \"never closed")))
            .ShouldBe(SearchLine.Read("a \"never closed"));
    }

    [Fact]
    public void The_excerpt_shows_the_most_hits_and_marks_them()
    {
        var text =
            string.Join(' ', Enumerable.Repeat("something else", 40))
            + " the Kernel follows the kérnel of kernels "
            + string.Join(' ', Enumerable.Repeat("and more", 40));

        var pieces = Excerpt.Of(text, SearchRequest.Read("kernel").Terms);

        pieces.Where(piece => piece.IsHit).Select(piece => piece.Text).ShouldBe(["Kernel", "kérnel"]);
        string.Concat(pieces.Select(piece => piece.Text)).Length.ShouldBeLessThan(240);
        pieces[0].Text.ShouldStartWith("…");
        pieces[^1].Text.ShouldEndWith("…");
    }
}
