using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Minutes, a group's page, a roadmap or something else, by the title and the first sections.</summary>
internal static class DocumentKinds
{
    public static DocumentKind Of(Title title, Parts parts, int tableRows, DocumentPath path)
    {
        var sections = parts.Before.Sections.Concat(parts.Meetings.SelectMany(part => part.Sections)).ToList();
        var opensAsGroup =
            title.Group is not null && !title.IsOfMeetings && parts.Meetings.All(part => part.Heading != title.Heading);
        if (
            opensAsGroup
            && FirstKnown(parts.Before)
                is SectionKind.Purpose
                    or SectionKind.Goals
                    or SectionKind.Members
                    or SectionKind.Groups
                    or SectionKind.Communication
                    or SectionKind.Meetings
                    or SectionKind.Contents
        )
            return DocumentKind.Group;
        if (SectionName.OfHeading(title.Words) == SectionKind.Roadmap)
            return DocumentKind.Roadmap;
        if (parts.Meetings.Count > 0 || title.IsOfMeetings)
            return DocumentKind.Minutes;
        var hasRollCall = sections.Exists(section =>
            section.Kind is SectionKind.RollCall or SectionKind.Regrets && section.Heading is not null
        );
        var hasActions = sections.Exists(section =>
            section.Kind == SectionKind.Actions && section.Heading is { Kind: LineKind.Heading }
        );
        if (opensAsGroup && !(hasRollCall && (hasActions || path.Date is not null)))
            return DocumentKind.Group;
        if (
            hasRollCall
            || path.Date is not null && sections.Exists(HasTasks)
            || hasActions && (path.IsOfMeetings || sections.Exists(section => section.Kind == SectionKind.Discussion))
            || path.IsOfMeetings && path.Date is not null
        )
            return DocumentKind.Minutes;
        if (sections.Exists(section => section.Kind == SectionKind.Roadmap && section.Lines.Count > 2))
            return DocumentKind.Roadmap;
        return tableRows > 0 ? DocumentKind.Minutes : DocumentKind.Other;
    }

    private static bool HasTasks(Section section) => section.Lines.Exists(line => ActionLine.IsMarked(line.Text.Text));

    private static SectionKind FirstKnown(Part part) =>
        part
            .Sections.Select(section => section.Kind)
            .FirstOrDefault(kind => kind is not (SectionKind.Unknown or SectionKind.Contents));
}
