using System.Diagnostics;

namespace SigHub.Testing;

/// <summary>How cost grows with size, measured within one run, so that it says the same on slow and busy machines.</summary>
public static class Growth
{
    private const int Times = 4;

    /// <summary>Below this, a measurement is noise.</summary>
    private static readonly TimeSpan s_noise = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What four times the size costs, in the cost of once the size: about 4 when cost grows with size, 16 when it grows with
    /// its square. The best of five runs each.
    /// </summary>
    public static double OfFourTimes(int size, Action<int> run)
    {
        var once = Best(() => run(size));
        var fourTimes = Best(() => run(size * Times));
        return fourTimes / (once > s_noise ? once : s_noise);
    }

    private static TimeSpan Best(Action run) =>
        Enumerable
            .Range(0, 5)
            .Select(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                run();
                return Stopwatch.GetElapsedTime(started);
            })
            .Min();
}
