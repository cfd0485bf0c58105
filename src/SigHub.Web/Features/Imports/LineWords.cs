using System.Globalization;
using SigHub.Domain.Activity;
using SigHub.Minutes;

namespace SigHub.Web.Features.Imports;

/// <summary>How lines and kinds of records are called on the review's page and by its script.</summary>
internal static class LineWords
{
    /// <summary>As the script reads it, which lights lines up: "12-14".</summary>
    public static string Of(LineSpan lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{lines.First}-{lines.Last}");

    public static string Heading(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Group => "Groups",
            SubjectKind.Membership => "Members",
            SubjectKind.Person => "People",
            SubjectKind.Series => "When it meets",
            SubjectKind.Meeting => "Meetings",
            SubjectKind.AgendaItem => "Agenda",
            SubjectKind.Attendance => "Roll call",
            SubjectKind.Decision => "Decisions",
            SubjectKind.Action => "Actions",
            SubjectKind.Milestone => "Milestones",
            SubjectKind.Document => "Documents",
            SubjectKind.Account => "Accounts",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
