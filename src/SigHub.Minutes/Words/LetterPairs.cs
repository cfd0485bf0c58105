using System.Numerics;

namespace SigHub.Minutes.Words;

/// <summary>
/// Which letter stands right behind which in a text, whatever the case. Few texts have all the pairs that a pattern's words are
/// made of, so that hardly any has to be searched.
/// </summary>
internal sealed class LetterPairs
{
    /// <summary>What is not ASCII, and signs that control: any of them may be a letter or a gap.</summary>
    public const int Other = 0;

    public const int Start = 1;
    public const int End = 2;
    private const int FirstSign = 3;
    private const int FirstWordSign = 35;
    private const int Digit = 36;
    private const int FirstLetter = 37;
    private const int Kinds = 64;

    /// <summary>What stands behind anything but a letter or digit.</summary>
    public const int BehindGap = Kinds;

    /// <summary>What stands anywhere.</summary>
    public const int Anywhere = Kinds + 1;

    /// <summary>Letters and digits; what is not ASCII may be no letter.</summary>
    public const ulong OfWords = (1UL << FirstLetter + 26) - (1UL << FirstWordSign);

    public const ulong OfGaps = (1UL << FirstWordSign) - 1;

    /// <summary>The one sign beyond ASCII that patterns take for a letter of it.</summary>
    private const char Kelvin = '\u212A';

    private static readonly byte[] KindOf = [.. Enumerable.Range(0, 128).Select(c => (byte)KindOfAscii((char)c))];

    private readonly ulong[] behind = new ulong[Kinds + 2];

    /// <summary>A set with the letter's kind in it.</summary>
    public static ulong SetOf(char letter) => 1UL << (letter < KindOf.Length ? KindOf[letter] : Other);

    /// <summary>Whether one of some letters stands right behind one of this kind.</summary>
    public bool Has(int kind, ulong letters) => (behind[kind] & letters) != 0;

    public void Take(string words)
    {
        Array.Clear(behind);
        var (before, anywhere) = (Start, 0UL);
        foreach (var letter in words)
        {
            var kind = letter < KindOf.Length ? KindOf[letter] : Other;
            behind[before] |= 1UL << kind;
            anywhere |= 1UL << kind;
            before = kind;
            if (letter == Kelvin || kind == Other && char.IsDigit(letter))
            {
                Array.Fill(behind, ulong.MaxValue);
                return;
            }
        }
        behind[before] |= 1UL << End;
        behind[Anywhere] = anywhere;
        behind[BehindGap] = behind[Start];
        for (var gaps = anywhere & OfGaps; gaps != 0; gaps &= gaps - 1)
            behind[BehindGap] |= behind[BitOperations.TrailingZeroCount(gaps)];
    }

    private static int KindOfAscii(char c) =>
        char.IsAsciiLetter(c) ? FirstLetter + (char.ToLowerInvariant(c) - 'a')
        : char.IsAsciiDigit(c) ? Digit
        : c == '_' ? FirstWordSign
        : c is < ' ' or '\u007F' ? Other
        : FirstSign
            + Enumerable.Range(' ', c - ' ').Count(sign => !char.IsAsciiLetterOrDigit((char)sign) && sign != '_');
}
