using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>The nick and time that MeetBot writes behind each line: <c>(ada, 15:04:10)</c>.</summary>
internal static class MeetBotStamp
{
    private static readonly Pattern Stamp = Pattern.Of(@" *\([^\s,()]+, \d\d:\d\d:\d\d\)$");

    public static string Without(string text) => text.EndsWith(')') ? Stamp.Replace(text, "") : text;
}
