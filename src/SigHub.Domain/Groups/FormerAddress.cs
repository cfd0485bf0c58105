namespace SigHub.Domain.Groups;

/// <summary>
/// An address and a name that a group had before it was renamed or merged, or a meeting before its group was: links and
/// documents that know the old one still find it.
/// </summary>
public sealed class FormerAddress
{
    private FormerAddress() { }

    public Guid Id { get; private set; }
    public Slug Slug { get; private set; } = null!;
    public string GroupName { get; private set; } = "";

    /// <summary>The group that this leads to.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>"2026-03-12", where a meeting's own word changed too.</summary>
    public string? MeetingAddress { get; private set; }

    public Guid? MeetingId { get; private set; }

    public static FormerAddress Of(Slug slug, string groupName, Guid leadsTo, DateTime now) =>
        new()
        {
            Id = Ids.New(now),
            Slug = slug,
            GroupName = groupName,
            GroupId = leadsTo,
        };

    public static FormerAddress OfMeeting(Group group, string address, Guid meetingId, DateTime now) =>
        new()
        {
            Id = Ids.New(now),
            Slug = group.Slug,
            GroupName = group.Name,
            GroupId = group.Id,
            MeetingAddress = address,
            MeetingId = meetingId,
        };
}
