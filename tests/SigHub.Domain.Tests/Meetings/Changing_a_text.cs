using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Changing_a_text
{
    private const string Text = "Ada opens.\nInes: the wiki 🧵 is up.\n";

    private static readonly Gen<string> Texts =
        from parts in Gen.Elements("a", "b", "word ", "\n", "é", "🧵", "😀", "- ", "7", "-3").ListOf()
        select string.Concat(parts);

    /// <summary>Up to four things that somebody does in a text field, as one change.</summary>
    private static Gen<TextChange> ChangesOf(string text) =>
        from count in Gen.Choose(0, 4)
        from acts in (
            from place in Gen.Choose(0, 1000)
            from removed in Gen.Choose(0, 4)
            from words in Texts
            select (place, removed, words)
        ).ArrayOf(count)
        select acts.Aggregate(
            TextChange.Replacing(text, 0, 0, ""),
            (change, act) =>
            {
                var now = change.Apply(text);
                var places = Places(now);
                var start = act.place % places.Count;
                var end = Math.Min(start + act.removed, places.Count - 1);
                return change.Then(TextChange.Replacing(now, places[start], places[end] - places[start], act.words));
            }
        );

    [Fact]
    public void Puts_something_in_the_place_of_something() =>
        TextChange.Replacing(Text, 11, 4, "Sol").Apply(Text).ShouldBe("Ada opens.\nSol: the wiki 🧵 is up.\n");

    [Fact]
    public void Is_told_as_a_walk_over_the_whole_text()
    {
        var change = TextChange.Replacing("0123456789", 2, 3, "ab\"é");

        change.ToString().ShouldBe("""[2,"ab\"é",-3,5]""");
        TextChange.Parse(change.ToString()).ShouldBe(change);
        (change.LengthBefore, change.LengthAfter).ShouldBe((10, 11));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1.5]")]
    [InlineData("[null]")]
    [InlineData("[2147483647, 2147483647]")]
    [InlineData("[\"a\\u0000\"]")]
    [InlineData("[\"a\\r\\n\"]")]
    [InlineData("[\"\\ud83e\"]")]
    [InlineData("[\"\\uddf5a\"]")]
    public void What_is_none_is_refused(string json) =>
        ShouldBeRefused(() => TextChange.Parse(json), "no change to a text");

    [Fact]
    public void Fits_the_text_it_was_made_for_and_no_other()
    {
        var change = TextChange.Replacing(Text, 0, 3, "Sol");

        ShouldBeRefused(() => change.Apply(Text + "!"), "does not fit");
        ShouldBeRefused(() => TextChange.Replacing("ab", 1, 2, ""), "does not fit");
    }

    [Fact]
    public void Never_parts_a_pair_of_surrogates()
    {
        ShouldBeRefused(() => TextChange.Replacing("a🧵b", 2, 0, "x").Apply("a🧵b"), "does not fit");
        ShouldBeRefused(() => TextChange.Replacing("a🧵b", 1, 1, "").Apply("a🧵b"), "does not fit");
        TextChange.Between("a🧵b", "a🧶b").ShouldBe(TextChange.Replacing("a🧵b", 1, 2, "🧶"));
        TextChange.Between("a😀b", "a\U0001FA00b").ShouldBe(TextChange.Replacing("a😀b", 1, 2, "\U0001FA00"));
    }

    [Fact]
    public void What_is_inserted_inside_what_another_removes_stays()
    {
        var removed = TextChange.Replacing("0123456789", 2, 6, "");
        var inserted = TextChange.Replacing("0123456789", 5, 0, "new");

        Both("0123456789", removed, inserted).ShouldBe("01new89");
        Both("0123456789", inserted, removed).ShouldBe("01new89");
    }

    [Fact]
    public void Two_who_type_at_the_same_place_keep_both_texts()
    {
        var (ada, sol) = (TextChange.Replacing("--", 1, 0, "Ada"), TextChange.Replacing("--", 1, 0, "Sol"));

        Both("--", ada, sol).ShouldBe("-AdaSol-");
    }

    [Theory]
    [InlineData(0, 0, 0, "x", 0)]
    [InlineData(5, 5, 0, "x", 5)]
    [InlineData(5, 4, 0, "x", 6)]
    [InlineData(5, 6, 2, "xyz", 5)]
    [InlineData(5, 1, 2, "", 3)]
    [InlineData(5, 3, 4, "", 3)]
    [InlineData(5, 3, 4, "xyz", 6)]
    public void A_caret_keeps_what_stands_before_it(int caret, int at, int removed, string inserted, int shifted) =>
        TextChange.Replacing("0123456789", at, removed, inserted).Shift(caret).ShouldBe(shifted);

    [Fact]
    public void Between_any_two_texts_makes_one_of_the_other() =>
        Holds(Texts.Two(), texts => TextChange.Between(texts.Item1, texts.Item2).Apply(texts.Item1) == texts.Item2);

    [Fact]
    public void Is_read_as_it_was_written() =>
        Holds(Changes(1), x => TextChange.Parse(x.Changes[0].ToString()).Equals(x.Changes[0]));

    [Fact]
    public void Is_taken_back_with_what_it_removed() =>
        Holds(
            Changes(1),
            x => x.Changes[0].Undo(x.Changes[0].RemovedFrom(x.Text)).Apply(x.Changes[0].Apply(x.Text)) == x.Text
        );

    [Fact]
    public void In_either_order_gives_the_same_text() =>
        Holds(
            Changes(2),
            x =>
            {
                foreach (var firstIsLeft in new[] { true, false })
                {
                    var (a, b) = TextChange.Transform(x.Changes[0], x.Changes[1], firstIsLeft);
                    if (b.Apply(x.Changes[0].Apply(x.Text)) != a.Apply(x.Changes[1].Apply(x.Text)))
                        return false;
                }

                return true;
            }
        );

    [Fact]
    public void With_the_next_one_is_one() =>
        Holds(
            from text in Texts
            from first in ChangesOf(text)
            from second in ChangesOf(first.Apply(text))
            select (text, first, second),
            x => x.first.Then(x.second).Apply(x.text) == x.second.Apply(x.first.Apply(x.text))
        );

    private static Gen<(string Text, TextChange[] Changes)> Changes(int count) =>
        from text in Texts
        from changes in ChangesOf(text).ArrayOf(count)
        select (text, changes);

    private static string Both(string text, TextChange first, TextChange second) =>
        TextChange.Transform(first, second, firstIsLeft: true).Second.Apply(first.Apply(text));

    /// <summary>The places at which no pair of surrogates is parted.</summary>
    private static List<int> Places(string text) =>
        [
            .. Enumerable
                .Range(0, text.Length + 1)
                .Where(at => at == 0 || at == text.Length || !char.IsSurrogatePair(text, at - 1)),
        ];

    private static void Holds<T>(Gen<T> gen, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(gen), property));
}
