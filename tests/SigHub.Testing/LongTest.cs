namespace SigHub.Testing;

/// <summary>Tests that would make the usual run too long: they run when they are asked for, and say so when they are not.</summary>
public static class LongTest
{
    private const string Variable = "SIGHUB_LONG";

    public static bool IsWanted => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public const string HowToRun = "Left out to keep the usual run short; " + Variable + "=1 ./test.sh runs it too.";
}
