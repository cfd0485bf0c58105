namespace SigHub.Testing;

/// <summary>Tests that take minutes each run when they are asked for, and say so when they are not.</summary>
public static class LongTest
{
    private const string Variable = "SIGHUB_LONG";

    public static bool IsWanted => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public const string HowToRun = "This takes minutes; " + Variable + "=1 ./test.sh runs it too.";
}
