namespace SigHub.Domain.Groups;

/// <summary>What somebody is to one group. Roles belong to groups; the only role beyond groups is the site administrator.</summary>
public enum Role
{
    Chair,
    CoChair,
    Secretary,
    Lead,
    Member,
    Observer,
}

/// <summary>What each role may do.</summary>
public static class RoleRights
{
    /// <summary>Chairs, co-chairs and leads lead a group, and with it the groups below it.</summary>
    public static bool Leads(this Role role) =>
        role switch
        {
            Role.Chair or Role.CoChair or Role.Lead => true,
            Role.Secretary or Role.Member or Role.Observer => false,
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };

    /// <summary>Whoever leads and the secretary keep minutes: of this group only, not of the groups below.</summary>
    public static bool KeepsMinutes(this Role role) => role.Leads() || role == Role.Secretary;

    /// <summary>Everyone but observers takes part: raises actions, owns them, proposes items.</summary>
    public static bool TakesPart(this Role role) => role != Role.Observer;

    public static string Name(this Role role) =>
        role switch
        {
            Role.Chair => "chair",
            Role.CoChair => "co-chair",
            Role.Secretary => "secretary",
            Role.Lead => "lead",
            Role.Member => "member",
            Role.Observer => "observer",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
}
