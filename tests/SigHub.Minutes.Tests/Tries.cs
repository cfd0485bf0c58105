using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace SigHub.Minutes.Tests;

/// <summary>
/// How often, and on which inventions, a law is tried: the same ones in every usual run, so that a failure tells of the change at hand;
/// in a long run (<c>SIGHUB_ROUNDS=20000</c>) more of them, others each time.
/// </summary>
internal static class Tries
{
    private static readonly bool s_isLongRun = int.TryParse(
        Environment.GetEnvironmentVariable("SIGHUB_ROUNDS"),
        CultureInfo.InvariantCulture,
        out s_rounds
    );

    private static readonly int s_rounds;

    public static int Rounds => s_isLongRun ? s_rounds : 400;

    /// <summary>Where inventing begins.</summary>
    public static Rnd Seed => new(s_isLongRun ? (ulong)Random.Shared.NextInt64() : 20_240_201);

    public static Config Of(int rounds) =>
        Config.QuickThrowOnFailure.WithMaxTest(rounds).WithReplay(new Replay(Seed, FSharpOption<int>.None));
}
