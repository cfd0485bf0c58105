using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

/// <summary>
/// Two to five scribes at one text, each with a browser that knows only what has reached it. Every character that is typed is
/// unlike any other, so that each can be followed to its end.
/// </summary>
public sealed class Writing_together
{
    private static readonly Gen<(int Scribes, List<Move> Moves)> Meetings =
        from scribes in Gen.Choose(2, 5)
        from moves in (
            from who in Gen.Choose(0, scribes - 1)
            from what in Gen.Elements(
                Does.Type,
                Does.Type,
                Does.Remove,
                Does.Replace,
                Does.Send,
                Does.Arrive,
                Does.Hear
            )
            from place in Gen.Choose(0, 1000)
            from length in Gen.Choose(1, 6)
            select new Move(who, what, place, length)
        ).ListOf(80)
        select (scribes, moves.ToList());

    [Fact]
    public void Everybody_ends_with_the_same_text() =>
        Holds(table => table.Scribes.TrueForAll(scribe => scribe.Text == table.Text));

    [Fact]
    public void Whatever_was_typed_is_there_once_unless_somebody_removed_that_very_character() =>
        Holds(table =>
            table.Text.Order().SequenceEqual(table.Typed.Where(one => !table.Removed.Contains(one)).Order())
        );

    [Fact]
    public void What_somebody_typed_in_one_go_stays_in_its_order() =>
        Holds(table =>
            table.InOneGo.TrueForAll(typed =>
            {
                var places = typed.Select(one => table.Text.IndexOf(one)).Where(place => place >= 0).ToList();
                return places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
            })
        );

    [Fact]
    public void Nobody_s_caret_jumps() => Holds(table => table.Jumps == 0);

    [Fact]
    public void A_word_that_somebody_types_letter_by_letter_holds_together_while_another_types_beside_it()
    {
        var table = new Table(2, "");
        var (ada, sol) = (table.Scribes[0], table.Scribes[1]);
        for (var i = 0; i < 20; i++)
        {
            ada.TypeAtCaret(table.Fresh(1));
            sol.TypeAtCaret(table.Fresh(1));
            table.Settle();
        }

        string.Concat(table.InOneGo.Where((_, i) => i % 2 == 0)).ShouldBeOneOf(table.Text[..20], table.Text[20..]);
    }

    [Fact]
    public void A_stroke_that_is_sent_twice_fits_once()
    {
        var table = new Table(1, "");
        table.Scribes[0].TypeAtCaret("x");
        table.Scribes[0].Send();
        table.Scribes[0].Arrive();
        table.Scribes[0].Arrive();
        table.Settle();

        table.Text.ShouldBe("x");
    }

    private static void Holds(Func<Table, bool> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000),
            Prop.ForAll(
                Arb.From(Meetings),
                meeting =>
                {
                    var table = new Table(meeting.Scribes, "");
                    foreach (var move in meeting.Moves)
                        table.Do(move);
                    table.Settle();
                    return law(table);
                }
            )
        );

    public enum Does
    {
        Type,
        Remove,
        Replace,
        Send,
        Arrive,
        Hear,
    }

    public sealed record Move(int Who, Does What, int Place, int Length);

    /// <summary>The server, and who sits around it.</summary>
    private sealed class Table
    {
        private readonly Meeting _meeting;
        private readonly List<MinutesEdit> _edits = [];
        private char _next = '\u4e00';

        public Table(int scribes, string text)
        {
            _meeting = Meeting.Schedule(Ada, Compilers.Id, new DateOnly(2026, 3, 5), 1, null, null, Now);
            Scribes = [.. Enumerable.Range(0, scribes).Select(_ => new Scribe(this, text))];
        }

        public List<Scribe> Scribes { get; }
        public string Text => _meeting.LiveText;
        public List<MinutesEdit> Edits => _edits;
        public HashSet<char> Typed { get; } = [];
        public HashSet<char> Removed { get; } = [];
        public List<string> InOneGo { get; } = [];
        public int Jumps { get; set; }

        public string Fresh(int length)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => _next++));
            Typed.UnionWith(text);
            InOneGo.Add(text);
            return text;
        }

        /// <summary>As the server does it: once, after what the sender had not heard of.</summary>
        public void Receive(Guid pen, int stroke, int version, TextChange change)
        {
            if (_edits.Exists(edit => edit.Pen == pen && edit.Stroke == stroke))
                return;
            var rebased = MinutesEdit.Rebase(change, pen, _edits.Skip(version));
            _edits.Add(_meeting.Type(Ada, rebased, pen, stroke, Now));
            _meeting.TextVersion.ShouldBe(_edits.Count);
        }

        public void Do(Move move)
        {
            var scribe = Scribes[move.Who];
            switch (move.What)
            {
                case Does.Type:
                    scribe.Edit(move.Place, 0, Fresh(move.Length));
                    break;
                case Does.Remove:
                    scribe.Edit(move.Place, move.Length, "");
                    break;
                case Does.Replace:
                    scribe.Edit(move.Place, move.Length, Fresh(move.Length));
                    break;
                case Does.Send:
                    scribe.Send();
                    break;
                case Does.Arrive:
                    scribe.Arrive();
                    break;
                case Does.Hear:
                    scribe.Hear();
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(move));
            }
        }

        public void Settle()
        {
            while (Scribes.Exists(scribe => !scribe.IsDone))
            {
                foreach (var scribe in Scribes)
                {
                    scribe.Send();
                    scribe.Arrive();
                    while (scribe.Hear()) { }
                }
            }
        }
    }

    /// <summary>A browser: one change on its way, the rest waiting, everything it hears put between.</summary>
    private sealed class Scribe(Table table, string text)
    {
        private readonly Guid _pen = Guid.NewGuid();
        private int _version;
        private int _stroke;
        private int _caret;
        private (int Version, TextChange Change)? _sent;
        private TextChange? _onItsWay;
        private TextChange? _waiting;

        public string Text { get; private set; } = text;

        public bool IsDone => _onItsWay is null && _waiting is null && _version == table.Edits.Count;

        public void TypeAtCaret(string inserted) => Edit(_caret, 0, inserted, isExact: true);

        public void Edit(int place, int removed, string inserted, bool isExact = false)
        {
            var at =
                isExact ? place
                : Text.Length == 0 ? 0
                : place % (Text.Length + 1);
            removed = Math.Min(removed, Text.Length - at);
            table.Removed.UnionWith(Text.Substring(at, removed));
            var change = TextChange.Replacing(Text, at, removed, inserted);
            Text = change.Apply(Text);
            _caret = at + inserted.Length;
            _waiting = _waiting is null ? change : _waiting.Then(change);
        }

        public void Send()
        {
            if (_onItsWay is not null || _waiting is null)
                return;
            (_onItsWay, _waiting) = (_waiting, null);
            _sent = (_version, _onItsWay);
            _stroke++;
        }

        public void Arrive()
        {
            if (_sent is { } sent)
                table.Receive(_pen, _stroke, sent.Version, sent.Change);
        }

        public bool Hear()
        {
            if (_version == table.Edits.Count)
                return false;

            var edit = table.Edits[_version++];
            if (edit.Pen == _pen)
            {
                (_onItsWay, _sent) = (null, null);
                return true;
            }

            var left = string.CompareOrdinal($"{edit.Pen}", $"{_pen}") < 0;
            var heard = Pass(edit.Change, ref _onItsWay, left);
            heard = Pass(heard, ref _waiting, left);
            var before = _caret == 0 ? (char?)null : Text[_caret - 1];
            Text = heard.Apply(Text);
            _caret = heard.Shift(_caret);
            if (before is { } letter && Text.Contains(letter) && Text[_caret - 1] != letter)
                table.Jumps++;
            return true;
        }

        private static TextChange Pass(TextChange heard, ref TextChange? mine, bool left)
        {
            if (mine is null)
                return heard;
            (heard, mine) = TextChange.Transform(heard, mine, left);
            return heard;
        }
    }
}
