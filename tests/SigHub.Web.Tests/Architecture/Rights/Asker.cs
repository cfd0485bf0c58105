using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>
/// Who asks, by what they are to the group that something is about. "Other" roles are held in a group beside it; everything
/// stands below one guild.
/// </summary>
[Flags]
internal enum Asker
{
    Nobody = 0,
    Visitor = 1,

    /// <summary>Has an account, and no role anywhere.</summary>
    Newcomer = 1 << 1,
    Observer = 1 << 2,
    Member = 1 << 3,
    Secretary = 1 << 4,
    Chair = 1 << 5,
    CoChair = 1 << 6,
    Lead = 1 << 7,
    OtherMember = 1 << 8,
    OtherSecretary = 1 << 9,
    OtherChair = 1 << 10,
    OtherLead = 1 << 11,

    /// <summary>Leads the guild above.</summary>
    LeadAbove = 1 << 12,
    MemberAbove = 1 << 13,

    /// <summary>Chair in the words of a document; nobody confirmed it.</summary>
    Titled = 1 << 14,

    /// <summary>Was chair until yesterday.</summary>
    Former = 1 << 15,

    /// <summary>Chair, and administrator, whose account was disabled while they were signed in.</summary>
    Disabled = 1 << 16,
    Administrator = 1 << 17,

    Everybody = (1 << 18) - 1,
    SignedIn = Everybody & ~Visitor & ~Disabled,
    Leaders = Chair | CoChair | Lead | LeadAbove | Administrator,
    Keepers = Leaders | Secretary,

    /// <summary>Who has a say: the group's people but observers, and whoever leads it.</summary>
    TakePart = Keepers | Member,
    Insiders = Observer | Member | Secretary | Chair | CoChair | Lead,
    AnyLeader = Leaders | OtherChair | OtherLead,
    AnyKeeper = Keepers | OtherSecretary | OtherChair | OtherLead,

    /// <summary>Who reads what is for members.</summary>
    SeeMembers = Insiders | LeadAbove | MemberAbove | Administrator,

    /// <summary>Who reads what is closed.</summary>
    SeeClosed = Insiders | LeadAbove | Administrator,
}

internal static class Askers
{
    public static IReadOnlyList<Asker> All { get; } =
    [.. Enum.GetValues<Asker>().Where(asker => asker is not Asker.Nobody && ((int)asker & ((int)asker - 1)) == 0)];

    /// <summary>
    /// Everybody on SQLite. What decides is one code for both databases, so on PostgreSQL one of each way of seeing and doing asks.
    /// </summary>
    public static IReadOnlyList<Asker> On(Database database) =>
        database is Database.Sqlite
            ? All
            :
            [
                Asker.Visitor,
                Asker.Secretary,
                Asker.Chair,
                Asker.OtherChair,
                Asker.MemberAbove,
                Asker.Disabled,
                Asker.Administrator,
            ];
}
