using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SigHub.Testing;

/// <summary>
/// How cost grows with size, measured within one run, so that it says the same on slow and busy machines. Cost is the time
/// that the processor spends on this very thread: waiting for a turn costs nothing.
/// </summary>
public static class Growth
{
    private const int Times = 4;
    private const int FewestRounds = 2;
    private const int MostRounds = 5;

    /// <summary>Below this it grows with size beyond doubt, and measuring on would tell nothing.</summary>
    private const double Plain = 6;

    /// <summary>Below this, a measurement is noise.</summary>
    private static readonly TimeSpan s_noise = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// What four times the size costs, in the cost of once the size: about 4 when cost grows with size, 16 when it grows with
    /// its square. Both take turns, so that a busy minute meets both; the best of two to five runs each.
    /// </summary>
    /// <param name="run">Does all its work before it returns, on the thread it is called on.</param>
    public static double OfFourTimes(int size, Action<int> run)
    {
        var (once, fourTimes) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 1; round <= MostRounds && (round <= FewestRounds || Growth() > Plain); round++)
        {
            once = Less(once, Cost(() => run(size)));
            fourTimes = Less(fourTimes, Cost(() => run(size * Times)));
        }
        return Growth();

        double Growth() => fourTimes / (once > s_noise ? once : s_noise);
    }

    private static TimeSpan Less(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Cost(Action run)
    {
        var started = SpentHere();
        run();
        return SpentHere() - started;
    }

    /// <summary>What the processor spent on this thread; where the system has no such clock, the time that went by.</summary>
    private static TimeSpan SpentHere()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return Stopwatch.GetElapsedTime(0);
        var failed = ReadClock(OperatingSystem.IsLinux() ? 3 : 16, out var spent) != 0;
        return failed
            ? throw new InvalidOperationException("The system does not tell what a thread spent.")
            : TimeSpan.FromSeconds(spent.Seconds) + TimeSpan.FromMicroseconds(spent.Nanoseconds / 1e3);
    }

    /// <summary>POSIX <c>clock_gettime</c>; 3 is <c>CLOCK_THREAD_CPUTIME_ID</c> on Linux, 16 on macOS.</summary>
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Spent spent);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Spent
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
