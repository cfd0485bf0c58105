using System.Text.Json;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>What rooms of the same meeting tell each other through the <see cref="Bell"/>, on whatever node they are.</summary>
internal static class LiveWord
{
    public const string Edit = "edit";
    public const string Here = "here";
    public const string Gone = "gone";
    public const string Who = "who";

    private const string Begins = "minutes";

    /// <summary>The words of the minutes have another version.</summary>
    public static string Edited(Guid meetingId) => Say(meetingId, Edit, "");

    /// <summary>Somebody is there, or is at another line now.</summary>
    public static string IsHere(Guid meetingId, Seat seat) =>
        Say(meetingId, Here, JsonSerializer.Serialize(seat, JsonSerializerOptions.Web));

    public static string HasGone(Guid meetingId, Guid pen) => Say(meetingId, Gone, $"{pen}");

    /// <summary>A room was opened; who is in others?</summary>
    public static string WhoIsHere(Guid meetingId) => Say(meetingId, Who, "");

    public static bool TryRead(string word, out Guid meetingId, out string what, out string rest)
    {
        meetingId = default;
        (what, rest) = ("", "");
        if (word.Split(' ', 4) is not [Begins, var id, var said, var more] || !Guid.TryParse(id, out meetingId))
            return false;

        (what, rest) = (said, more);
        return true;
    }

    private static string Say(Guid meetingId, string what, string rest) => $"{Begins} {meetingId:N} {what} {rest}";
}

/// <summary>Somebody at the text: an open editor, whose it is, and the line they are at, if they are at one.</summary>
internal sealed record Seat(Guid Pen, string Name, string Letters, int Hue, int? Line);
