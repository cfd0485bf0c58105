using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.Portals;
using SigHub.Web.Components;
using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Administration;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Home;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Features.People;
using SigHub.Web.Features.Roadmap;
using SigHub.Web.Features.Search;
using SigHub.Web.Features.Series;
using SigHub.Web.Features.Tokens;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using static SigHub.Web.Tests.Architecture.Rights.Asker;
using GroupSettings = SigHub.Web.Features.Groups.ReadSettings;
using PortalSettings = SigHub.Web.Features.Administration.ReadSettings;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>Somebody about to act, with the services of a request or a circuit of theirs.</summary>
internal sealed record Attempt(IServiceProvider Services, RightsWorld World, Asker Asker)
{
    /// <summary>A visitor acts with the ids of nobody.</summary>
    public Known Me => Asker is Visitor ? s_nobody : World[Asker];

    private static readonly Known s_nobody = new("", Guid.Empty, Guid.Empty, Guid.Empty, "", "");

    public async Task<T> Look<T>(Func<SigHubDb, Task<T>> look)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContextAsync();
        return await look(db);
    }
}

/// <param name="UseCase">What is done.</param>
/// <param name="Case">To what, or how.</param>
/// <param name="May">Who may; whoever else tries is refused, and nothing has changed.</param>
/// <param name="Act">Does it; false where nothing was there for whoever asked.</param>
/// <param name="Changes">Whether it changes something.</param>
/// <param name="Says">
/// For what would need a browser's own secret to succeed: the sentence that only those read who get past the question who they
/// are.
/// </param>
internal sealed record Right(
    Type UseCase,
    string Case,
    Asker May,
    Func<Attempt, Task<bool>> Act,
    bool Changes,
    string? Says = null
)
{
    public override string ToString() => $"{UseCase.Name} ({Case})";
}

/// <summary>The rule of every use case. What has no row here fails a test, and so does a row for what is no longer there.</summary>
internal static class UseCaseRights
{
    private const string NewPassword = "a rather long new word";

    public static List<Right> All(RightsWorld world) =>
        [
            .. OfAccounts(),
            .. OfActions(world),
            .. OfAdministration(),
            .. OfDecisions(world),
            .. OfGroups(world),
            .. OfHome(world),
            .. OfImports(world),
            .. OfMeetings(world),
            .. OfPeople(world),
            .. OfRoadmap(world),
            .. OfSearch(world),
            .. OfSeries(world),
            .. OfTokens(),
        ];

    private static IEnumerable<Right> OfAccounts() =>
        [
            Does<AcceptInvitation>(
                "with its secret",
                Everybody & ~Disabled,
                (accept, at) => accept.Run(RightsWorld.InvitationSecret, "Nova Neu", "nova@guild.example", NewPassword)
            ),
            Does<AddPasskey>("to oneself", SignedIn, (add, _) => add.Run("{}", "key"), says: "Try again"),
            Does<AskForReset>(
                "where there is no mail",
                Everybody,
                (ask, at) => ask.Run(at.World.Bystander.Mail),
                says: "This portal sends no mail"
            ),
            Does<BecomeFirstAdministrator>(
                "where there is one",
                Nobody,
                (become, _) => become.Run("any code", "Nova Neu", "nova@guild.example", NewPassword)
            ),
            Does<ChangeMyName>("one's own", SignedIn, (change, _) => change.Run("Somebody Else")),
            Does<ChangeMyPassword>("one's own", SignedIn, (change, _) => change.Run(RightsWorld.Password, NewPassword)),
            Does<ConfirmAddress>(
                "with the link",
                Everybody,
                async (confirm, at) =>
                {
                    var accounts = at.Services.GetRequiredService<UserManager<Account>>();
                    var account = (await accounts.FindByIdAsync(at.World.UnconfirmedAccount.ToString()))!;
                    var code = await accounts.GenerateEmailConfirmationTokenAsync(account);
                    await confirm.Run(account.Id, Coded(Links.Confirm(account.Id, code)));
                }
            ),
            Does<EndMySessions>("one's own", SignedIn, (end, _) => end.Run()),
            Does<EndSession>("one's own", SignedIn, (end, at) => end.Run(at.Me.Session)),
            Does<EndSession>(
                "somebody else's",
                Nobody,
                (end, at) => end.Run(at.World[at.Asker is Chair ? Lead : Chair].Session)
            ),
            Does<Invite>(
                "to the group",
                Leaders,
                (invite, at) => invite.Run(null, at.World.Open.GroupId, Role.Member, personId: null)
            ),
            Does<Invite>(
                "to the closed group",
                Leaders,
                (invite, at) => invite.Run(null, at.World.Closed.GroupId, Role.Member, personId: null)
            ),
            Does<Invite>(
                "to no group",
                Administrator,
                (invite, _) => invite.Run(null, groupId: null, role: null, personId: null)
            ),
            Reads<ListInvitations>(
                "what waits",
                AnyLeader,
                async (list, _) => await list.Run(personId: null) is not null
            ),
            Reads<ListInvitations>(
                "the group's",
                Leaders,
                async (list, at) => (await list.Run(null))?.Waiting.Any(one => one.Id == at.World.Invitation) == true
            ),
            Reads<ListSessions>("one's own", SignedIn, async (list, _) => await list.Run() is { Count: > 0 }),
            Reads<MissAdministrator>("whether one is missing", Everybody, async (miss, _) => !await miss.Run()),
            Does<OfferCodes>("for oneself", SignedIn, (offer, _) => offer.Run()),
            Does<Register>(
                "while registration is open",
                Everybody,
                (register, _) => register.Run("Nova Neu", "nova@guild.example", NewPassword)
            ),
            Does<RemovePasskey>(
                "one's own",
                SignedIn,
                (remove, _) => remove.Run([1, 2, 3]),
                says: "You have no such passkey."
            ),
            Does<RenewRecoveryCodes>("one's own", SignedIn, (renew, _) => renew.Run(), says: "No codes are asked for"),
            Does<ResetPassword>(
                "with the link",
                Everybody,
                async (reset, at) =>
                {
                    var accounts = at.Services.GetRequiredService<UserManager<Account>>();
                    var account = (await accounts.FindByIdAsync(at.World.Bystander.Account.ToString()))!;
                    var code = await accounts.GeneratePasswordResetTokenAsync(account);
                    await reset.Run(account.Id, Coded(Links.Reset(account.Id, code)), NewPassword);
                }
            ),
            Does<RevokeInvitation>("to the group", Leaders, (revoke, at) => revoke.Run(at.World.Invitation)),
            Reads<ShowInvitation>(
                "with its secret",
                Everybody,
                async (show, _) => await show.Run(RightsWorld.InvitationSecret) is not null
            ),
            Reads<ShowMyAccount>("one's own", SignedIn, async (show, _) => await show.Run() is not null),
            Reads<SignIn>(
                "with a wrong password",
                Everybody,
                async (sign, _) => await sign.Run("nobody@guild.example", "wrong", stay: false) is SignInAnswer.Refused
            ),
            Reads<SignInWithCode>(
                "without a password before",
                Everybody,
                async (sign, _) => await sign.Run("123456", stay: false) is not null
            ),
            Reads<SignInWithPasskey>(
                "without one",
                Everybody,
                async (sign, _) => await sign.Run(credential: null, stay: false) is not null
            ),
            Does<TurnOffCodes>(
                "one's own",
                SignedIn,
                (off, _) => off.Run(RightsWorld.Password),
                says: "No codes are asked for."
            ),
            Does<TurnOnCodes>("one's own", SignedIn, (on, _) => on.Run("000000"), says: "This is not the code"),
        ];

    private static IEnumerable<Right> OfActions(RightsWorld world) =>
        [
            .. DoesIn<ChangeAction>(
                world,
                _ => Keepers,
                (change, at, place) =>
                    change.Run(at.World.Seen(place), new ChangeAction.Wanted("Other words", [place.Guest], Due: null))
            ),
            .. DoesInFew<ChangeActionVisibility>(
                world,
                _ => Leaders,
                (change, at, place) => change.Run(at.World.Seen(place), OtherThan(place))
            ),
            .. ReadsIn<FindActions>(
                world,
                async (find, _, place) =>
                    (await find.Run(new FindActions.Filter { Text = place.Cue })).Rows.Any(row =>
                        row.Number == place.Action
                    )
            ),
            .. ReadsIn<ReadAction>(world, async (read, _, place) => await read.Run(place.Action) is not null),
            .. DoesIn<ReportState>(
                world,
                _ => Keepers,
                (report, at, place) => report.Run(at.World.Seen(place), ActionStatus.Done, note: null)
            ),
        ];

    private static IEnumerable<Right> OfAdministration() =>
        [
            .. Enum.GetValues<AccountChange>()
                .Where(change =>
                    change is AccountChange.Disable or AccountChange.MakeAdministrator or AccountChange.EndSessions
                )
                .Select(what =>
                    Does<ChangeAccount>(
                        what.ToString(),
                        Administrator,
                        (change, at) => change.Run(at.World.Bystander.Account, what)
                    )
                ),
            Does<ChangeSettings>(
                "the portal's",
                Administrator,
                async (change, at) =>
                    await change.Run(
                        "Another name",
                        Registration.Open,
                        contact: null,
                        await at.Look(async db => db.SeenVersion(await db.GetPortal()))
                    )
            ),
            Does<ConfirmRole>("in the group", Leaders, (confirm, at) => confirm.Run(at.World.TitledRole)),
            Does<EndRole>("in the group", Leaders, (end, at) => end.Run(at.World.BystandersRole)),
            Does<EndRole>(
                "one's own",
                Insiders | Titled | OtherMember | OtherSecretary | OtherChair | OtherLead | LeadAbove | MemberAbove,
                async (end, at) => await end.Run(await at.Look(db => RoleOf(db, at.Me.Person)))
            ),
            Does<GrantRole>(
                "in the group",
                Leaders,
                (grant, at) =>
                    grant.Run(at.World.Open.GroupId, at.World.Bystander.Name, Role.Secretary, from: null, to: null)
            ),
            Does<GrantRole>(
                "in the closed group",
                Leaders,
                (grant, at) =>
                    grant.Run(at.World.Closed.GroupId, at.World.Bystander.Name, Role.Member, from: null, to: null)
            ),
            Reads<ListRoles>("of one's groups", AnyLeader, async (list, _) => await list.Run(slug: null) is not null),
            Reads<ListRoles>(
                "of the group",
                Leaders,
                async (list, at) =>
                    (await list.Run(at.World.Open.Slug.Value))?.Confirmed.Any(role =>
                        role.Id == at.World.BystandersRole
                    ) == true
            ),
            Reads<ListUsers>(
                "all",
                Administrator,
                async (list, _) => await list.Run(new ListUsers.Filter()) is not null
            ),
            Does<MakeResetLink>("for somebody", Administrator, (make, at) => make.Run(at.World.Bystander.Account)),
            Reads<ReadActivity>(
                "all",
                Administrator,
                async (read, _) => await read.Run(new ReadActivity.Filter()) is not null
            ),
            Reads<PortalSettings>("the portal's", Administrator, async (read, _) => await read.Run() is not null),
            Reads<ShowUser>(
                "somebody",
                Administrator,
                async (show, at) => await show.Run(at.World.Bystander.Account) is not null
            ),
        ];

    private static IEnumerable<Right> OfDecisions(RightsWorld world) =>
        [
            .. DoesInFew<ChangeDecisionVisibility>(
                world,
                _ => Leaders,
                (change, at, place) => change.Run(at.World.SeenDecision(place), OtherThan(place))
            ),
            .. ReadsIn<FindDecisions>(
                world,
                async (find, _, place) =>
                    (await find.Run(new FindDecisions.Filter(Group: null, Year: null, place.Cue))).Rows.Any(row =>
                        row.Number == place.Decision
                    )
            ),
            .. ReadsIn<ReadDecision>(world, async (read, _, place) => await read.Run(place.Decision) is not null),
        ];

    private static IEnumerable<Right> OfGroups(RightsWorld world) =>
        [
            .. ReadsIn<BrowseGroups>(
                world,
                async (browse, _, place) =>
                    (await browse.Run(new BrowseGroups.Filter())).Groups.Any(group => group.Id == place.GroupId),
                onlyGroups: true
            ),
            .. DoesIn<ChangeGroup>(
                world,
                _ => Keepers,
                async (change, at, place) =>
                    await change.Run(
                        at.World.SeenGroup(place.GroupId),
                        await Now(at, place) with
                        {
                            Overview = "New words",
                        }
                    ),
                what: "its words",
                onlyGroups: true
            ),
            .. DoesIn<ChangeGroup>(
                world,
                _ => Leaders,
                async (change, at, place) =>
                    await change.Run(
                        at.World.SeenGroup(place.GroupId),
                        await Now(at, place) with
                        {
                            Visibility = Visibility.Public,
                            Name = "New name",
                        }
                    ),
                what: "its name and who sees it",
                onlyGroups: true
            ),
            Does<CreateGroup>(
                "below the group",
                Leaders,
                (create, at) =>
                    create.Run(
                        new CreateGroup.Wanted("New hall", GroupKind.Sig, at.World.Open.GroupId, Visibility.Public)
                    )
            ),
            Does<CreateGroup>(
                "below the closed group",
                Leaders,
                (create, at) =>
                    create.Run(
                        new CreateGroup.Wanted("New hall", GroupKind.Sig, at.World.Closed.GroupId, Visibility.Public)
                    )
            ),
            Does<CreateGroup>(
                "at the top",
                Administrator,
                (create, _) =>
                    create.Run(new CreateGroup.Wanted("New hall", GroupKind.Sig, ParentId: null, Visibility.Public))
            ),
            .. ReadsIn<ListGroupPeople>(
                world,
                async (list, _, place) =>
                    (await list.Run(place.Slug.Value))?.Guests.Any(guest => guest.PersonId == place.GuestId) == true
            ),
            .. ReadsIn<ListMeetings>(
                world,
                async (list, _, place) =>
                    (await list.Run(place.Slug.Value, year: null))?.Meetings.Any(meeting => meeting.Date == place.Day)
                    == true
            ),
            Reads<ListParents>("those one leads", AnyLeader, async (list, _) => await list.Run() is not null),
            Does<MergeGroups>(
                "into one beside it",
                LeadAbove | Administrator,
                (merge, at) => merge.Run(at.World.SeenGroup(at.World.Open.GroupId), at.World.Other, "Open hall")
            ),
            .. ReadsIn<GroupSettings>(
                world,
                async (read, _, place) => await read.Run(place.Slug.Value) is not null,
                _ => Keepers,
                onlyGroups: true
            ),
            .. ReadsIn<ShowGroup>(
                world,
                async (show, _, place) =>
                    (await show.Run(place.Slug.Value))?.Minutes.Any(meeting => meeting.Date == place.Day) == true
            ),
        ];

    private static IEnumerable<Right> OfHome(RightsWorld world) =>
        [
            .. ReadsIn<ShowMine>(
                world,
                async (show, _, place) => (await show.Run()).News.Any(news => news.SubjectId == place.ActionId),
                place => place.Readers & SeeMembers
            ),
            .. ReadsIn<ShowPortal>(
                world,
                async (show, _, place) =>
                    (await show.Run()).Minutes.Any(meeting => meeting.Date == place.Day && meeting.Slug == place.Slug)
            ),
        ];

    private static IEnumerable<Right> OfImports(RightsWorld world) =>
        [
            Does<AcceptArrival>(
                "one's own",
                Keepers,
                async (accept, at) => await accept.Run(at.Me.Arrival, await Version(at, at.Me.Arrival))
            ),
            Does<AcceptArrival>(
                "somebody else's",
                Administrator,
                async (accept, at) => await accept.Run(at.World.Arrival, await Version(at, at.World.Arrival))
            ),
            Reads<AcceptClear>(
                "one's own, of which there is none",
                SignedIn,
                async (accept, _) => await accept.Run() == 0
            ),
            Does<AcceptDocument>("into the group", Keepers, (accept, at) => accept.Run(Document(at.World.Open))),
            Does<AcceptDocument>(
                "into the closed group",
                Keepers,
                (accept, at) => accept.Run(Document(at.World.Closed))
            ),
            Does<BringBack>("one's own", SignedIn, (bring, at) => bring.Run(at.Me.Arrival)),
            Does<BringBack>("somebody else's", Administrator, (bring, at) => bring.Run(at.World.Arrival)),
            Does<BringDocument>(
                "to the queue",
                AnyKeeper,
                (bring, at) => bring.Run(Guid.CreateVersion7(), "new.md", Encoding.UTF8.GetBytes(RightsWorld.Minutes))
            ),
            Does<ChooseInReview>(
                "one's own",
                AnyKeeper,
                (choose, at) => choose.Run(at.Me.Arrival, choices => choices with { TakePromises = true })
            ),
            Does<ChooseInReview>(
                "somebody else's",
                Administrator,
                (choose, at) => choose.Run(at.World.Arrival, choices => choices with { TakePromises = true })
            ),
            .. ReadsIn<ListImports>(
                world,
                async (list, _, place) =>
                    (await list.Run(new ListImports.Filter())).Rows.Any(row => row.Id == place.ImportId),
                _ => Keepers
            ),
            Does<PutAway>("one's own", SignedIn, (put, at) => put.Run([at.Me.Arrival])),
            Does<PutAway>("somebody else's", Administrator, (put, at) => put.Run([at.World.Arrival])),
            Reads<ReviewArrival>(
                "one's own",
                AnyKeeper,
                async (review, at) => (await review.Run(at.Me.Arrival)).Review is not null
            ),
            Reads<ReviewArrival>(
                "somebody else's",
                Administrator,
                async (review, at) => (await review.Run(at.World.Arrival)).Review is not null
            ),
            Reads<ReviewDocument>(
                "of any group",
                AnyKeeper,
                async (review, at) => (await review.Run(Document(at.World.Open))).Lines.Count > 0
            ),
            .. ReadsIn<ShowImport>(
                world,
                async (show, _, place) =>
                    (await show.Run(place.ImportId)).FileName.StartsWith(place.Mark, StringComparison.Ordinal),
                _ => Keepers
            ),
            Reads<ShowTray>(
                "one's own",
                SignedIn,
                async (show, at) => (await show.Run()).Rows.Any(row => row.Id == at.Me.Arrival)
            ),
            Reads<ShowTray>(
                "somebody else's",
                Nobody,
                async (show, at) => (await show.Run()).Rows.Any(row => row.Id == at.World.Arrival)
            ),
            Does<TakeBackImport>("into the group", Keepers, (back, at) => back.Run(at.World.RealImport)),
            // The queue asks nobody: it works with the rights that whoever brought a document has by then.
            Reads<WorkOnNext>("of an empty queue", Everybody, async (work, _) => !await work.Run()),
        ];

    private static IEnumerable<Right> OfMeetings(RightsWorld world) =>
        [
            .. DoesInFew<AnswerTopic>(
                world,
                _ => Keepers,
                (answer, at, place) => answer.Run(place.Topic.Id, at.World.Seen(place.Call)),
                what: "on the agenda"
            ),
            Does<AnswerTopic>(
                "no",
                Keepers,
                (answer, at) => answer.Run(at.World.Open.Topic.Id, onAgendaOf: null, "Not now.")
            ),
            .. DoesInFew<ApproveMinutes>(
                world,
                _ => Leaders,
                (approve, at, place) => approve.Run(at.World.Seen(place.Final), atMeetingId: null)
            ),
            .. DoesInFew<BeginMinutes>(world, _ => Keepers, (begin, at, place) => begin.Run(at.World.Seen(place.Call))),
            .. DoesInFew<CancelMeeting>(
                world,
                _ => Leaders,
                (cancel, at, place) => cancel.Run(at.World.Seen(place.Call), "Nobody can come.")
            ),
            .. DoesInFew<ChangeAgenda>(
                world,
                _ => Keepers,
                (change, at, place) =>
                    change.Run(at.World.Seen(place.Call), new ChangeAgenda.Added(new AgendaPlan("One more")))
            ),
            .. DoesInFew<ChangeVisibility>(
                world,
                _ => Leaders,
                (change, at, place) => change.Run(at.World.Seen(place.Call), OtherThan(place))
            ),
            Does<ChangeHabits>(
                "its notice",
                Keepers,
                (change, at) => change.Run(at, at.World.Open, notice: "Be kind.")
            ),
            Does<ChangeHabits>(
                "the closed group's notice",
                Keepers,
                (change, at) => change.Run(at, at.World.Closed, notice: "Be kind.")
            ),
            Does<ChangeHabits>(
                "its quorum",
                Leaders,
                (change, at) => change.Run(at, at.World.Open, quorum: QuorumRule.Members(3))
            ),
            Does<ChangeHabits>(
                "who sees its drafts",
                Leaders,
                (change, at) => change.Run(at, at.World.Open, publishesDrafts: true)
            ),
            .. DoesInFew<CorrectMinutes>(
                world,
                _ => Keepers,
                (correct, at, place) =>
                    correct.Run(at.World.Seen(place.Final), place.Final.Text + "\nAnd more.\n", "It was left out.")
            ),
            .. DoesInFew<EditMinutes>(
                world,
                _ => Keepers,
                async (edit, _, place) =>
                    (
                        await edit.Run(
                            place.Draft.Id,
                            place.Draft.TextVersion,
                            TextChange.Between(place.Draft.LiveText, place.Draft.LiveText + "And more."),
                            Guid.NewGuid(),
                            stroke: 1
                        )
                    ).ShouldBeTrue()
            ),
            .. ReadsIn<ExportMinutes>(
                world,
                async (export, _, place) =>
                    await export.Run(place.Slug.Value, place.Final.Address, style: null) is not null
            ),
            .. ReadsIn<ExportMinutes>(
                world,
                async (export, _, place) =>
                    await export.Run(place.Slug.Value, place.Draft.Address, style: null) is not null,
                place => place.DraftReaders,
                what: "a draft"
            ),
            .. DoesInFew<FinalizeMinutes>(
                world,
                _ => Keepers,
                (finalize, at, place) => finalize.Run(at.World.Seen(place.Draft), overrule: true, [])
            ),
            .. ReadsIn<MayWrite>(
                world,
                async (may, _, place) =>
                {
                    await may.Run(place.Draft.Id);
                    return true;
                },
                _ => Keepers
            ),
            .. DoesInFew<MoveMeeting>(
                world,
                _ => Keepers,
                (move, at, place) => move.Run(at.World.Seen(place.Call), place.Call.Date.AddDays(7), time: null)
            ),
            .. ReadsIn<OpenMinutes>(
                world,
                async (open, _, place) =>
                    (await open.Run(place.Slug.Value, place.Draft.Address))?.Text.Contains(
                        RightsWorld.DraftWord,
                        StringComparison.Ordinal
                    ) == true,
                _ => Keepers
            ),
            .. ReadsIn<OpenMinutes>(
                world,
                async (open, _, place) => await open.Run(place.Slug.Value, place.Draft.Address) is not null,
                place => place.Readers & SignedIn,
                what: "or why not"
            ),
            .. DoesInFew<OpenOccurrence>(
                world,
                _ => Keepers,
                (open, _, place) => open.Run(place.Series.Id, place.Coming.SlotId, place.Coming.RuleDay)
            ),
            .. DoesInFew<ObjectToMinutes>(
                world,
                _ => TakePart,
                (say, at, place) => say.Run(at.World.Seen(place.Final), "A name is wrong.")
            ),
            .. DoesInFew<ProposeTopic>(
                world,
                _ => TakePart,
                (propose, _, place) => propose.Run(place.Slug.Value, place.Call.Id, new AgendaPlan("Another topic"))
            ),
            .. ReadsIn<ReadAgenda>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value, place.Call.Address))?.Agenda.Any(item =>
                        item.Title.StartsWith(place.Mark, StringComparison.OrdinalIgnoreCase)
                    ) == true,
                _ => TakePart
            ),
            .. ReadsIn<ReadAgenda>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value, address: null))?.Backlog.Any(topic => topic.Id == place.Topic.Id)
                    == true,
                _ => TakePart,
                what: "what waits"
            ),
            .. ReadsIn<ReadDocument>(world, async (read, _, place) => await read.Run(place.DocumentId) is not null),
            .. ReadsIn<ReadDraft>(
                world,
                async (read, _, place) => await read.Run(place.Slug.Value, place.Draft.Address) is not null,
                _ => Keepers
            ),
            .. ReadsIn<ReadHabits>(
                world,
                async (read, _, place) => await read.Run(place.Slug.Value) is not null,
                _ => Keepers,
                onlyGroups: true
            ),
            .. ReadsIn<ReadHistory>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value, place.Final.Address, from: null, to: null))
                        is { Lines.Count: > 0 }
            ),
            .. ReadsIn<ReadHistory>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value, place.Draft.Address, from: null, to: null))
                        is { Revisions.Count: > 0, Lines.Count: > 0 },
                place => place.DraftReaders,
                what: "of a draft"
            ),
            .. ReadsIn<ReadMeeting>(
                world,
                async (read, _, place) => await read.Run(place.Slug.Value, place.Meeting) is not null
            ),
            .. ReadsIn<ReadMeeting>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value, place.Draft.Address))?.Head.Text.Contains(
                        RightsWorld.DraftWord,
                        StringComparison.Ordinal
                    ) == true,
                place => place.DraftReaders,
                what: "as a draft"
            ),
            .. ReadsIn<ReadText>(
                world,
                async (read, _, place) => await read.Run(place.Slug.Value, place.Draft.Address) is not null,
                _ => Keepers
            ),
            // Nobody asks for it: a service writes down who wrote.
            Reads<RecordWriting>(
                "where nobody wrote",
                Everybody,
                async (record, _) =>
                {
                    await record.Run();
                    return true;
                }
            ),
            .. DoesInFew<RestoreDraft>(
                world,
                _ => Keepers,
                (restore, at, place) => restore.Run(at.World.Seen(place.Draft), number: 1)
            ),
            Does<ScheduleMeeting>(
                "of the group",
                Keepers,
                (schedule, at) => schedule.Run(at.World.Open.Slug.Value, NewMeeting(at.World.Open, Visibility.Public))
            ),
            Does<ScheduleMeeting>(
                "of the closed group",
                Keepers,
                (schedule, at) =>
                    schedule.Run(at.World.Closed.Slug.Value, NewMeeting(at.World.Closed, Visibility.Public))
            ),
            Does<ScheduleMeeting>(
                "stricter than the group",
                Leaders,
                (schedule, at) => schedule.Run(at.World.Open.Slug.Value, NewMeeting(at.World.Open, Visibility.Closed))
            ),
            .. ReadsIn<ShowNewMeeting>(
                world,
                async (show, _, place) =>
                    (
                        await show.Run(place.Slug.Value, place.Series.Id, place.Coming.SlotId, place.Coming.RuleDay)
                    )?.Named
                        is not null,
                _ => Keepers
            ),
            .. ReadsIn<SuggestWords>(
                world,
                async (suggest, _, place) =>
                    (await suggest.Run(place.Slug.Value, "actions", $"A-{place.Action}")).Any(word =>
                        word.Title == $"A-{place.Action}"
                    ),
                place => place.Readers & SignedIn
            ),
            .. ReadsIn<SuggestWords>(
                world,
                async (suggest, _, place) =>
                    (await suggest.Run(world.Open.Slug.Value, "people", place.Mark)).Any(word =>
                        word.Title == place.Guest
                    ),
                place => place.Readers & SignedIn,
                what: "for a name"
            ),
        ];

    private static IEnumerable<Right> OfPeople(RightsWorld world) =>
        [
            .. ReadsIn<BrowsePeople>(
                world,
                async (browse, _, place) =>
                    (await browse.Run(new BrowsePeople.Filter())).People.Any(person => person.Id == place.GuestId)
            ),
            .. DoesIn<ClaimPerson>(
                world,
                place => place.Readers & SignedIn,
                (claim, _, place) => claim.Run(place.GuestId)
            ),
            Does<DecideClaim>("yes", Leaders, (decide, at) => decide.Run(at.World.Claim, isGranted: true)),
            Does<DecideClaim>("no", Leaders, (decide, at) => decide.Run(at.World.Claim, isGranted: false)),
            Does<ErasePerson>(
                "oneself",
                SignedIn,
                (erase, at) => erase.Run(at.Me.Person, at.Me.Name, inMinutesToo: true)
            ),
            Does<ErasePerson>(
                "somebody else",
                Administrator,
                (erase, at) => erase.Run(at.World.Open.GuestId, at.World.Open.Guest, inMinutesToo: false)
            ),
            Reads<ExportPerson>("oneself", SignedIn, async (export, at) => (await export.Run(at.Me.Person)).Length > 0),
            Reads<ExportPerson>(
                "somebody else",
                Administrator,
                async (export, at) => (await export.Run(at.World.Open.GuestId)).Length > 0
            ),
            .. DoesIn<MergePeople>(
                world,
                _ => Leaders,
                (merge, at, place) => merge.Run(place.GuestId, at.World.SecondGuest)
            ),
            Does<RenamePerson>(
                "oneself",
                SignedIn,
                (rename, at) =>
                    rename.Run(
                        at.World.SeenPerson(at.Asker is Visitor ? at.World.Bystander.Person : at.Me.Person),
                        "Nova Neu"
                    )
            ),
            Does<RenamePerson>(
                "somebody else",
                Administrator,
                (rename, at) => rename.Run(at.World.SeenPerson(at.World.Open.GuestId), "Nova Neu")
            ),
            Does<SeparatePeople>("whom another merged", Administrator, (separate, at) => separate.Run(at.World.Merge)),
            .. ReadsIn<ShowPerson>(world, async (show, _, place) => await show.Run(place.GuestId) is not null),
            .. ReadsIn<WhoIsThis>(
                world,
                async (who, _, place) => await who.Run(place.GuestId) is not null,
                place => place.Readers & SignedIn
            ),
            .. ReadsIn<WhoIsThis>(
                world,
                async (who, _, place) => (await who.Run(place.GuestId))?.MayMerge == true,
                _ => Leaders,
                what: "to be merged"
            ),
        ];

    private static IEnumerable<Right> OfRoadmap(RightsWorld world) =>
        [
            .. DoesInFew<ChangeMilestoneVisibility>(
                world,
                _ => Leaders,
                (change, at, place) => change.Run(at.World.SeenMilestone(place), OtherThan(place))
            ),
            .. ReadsIn<ReadMilestone>(world, async (read, _, place) => await read.Run(place.Milestone) is not null),
            .. ReadsIn<ReadRoadmap>(
                world,
                async (read, _, place) =>
                    (await read.Run(slug: null))!.Milestones.Any(milestone => milestone.Number == place.Milestone)
            ),
            .. ReadsIn<ReadRoadmap>(
                world,
                async (read, _, place) =>
                    (await read.Run(place.Slug.Value))?.Milestones.Any(milestone => milestone.Number == place.Milestone)
                    == true,
                what: "the group's"
            ),
        ];

    private static IEnumerable<Right> OfSearch(RightsWorld world) =>
        [
            .. ReadsIn<FindAnything>(world, async (find, _, place) => (await find.Run(place.Cue, page: 1)).All > 0),
            .. ReadsIn<SuggestMatches>(
                world,
                async (suggest, _, place) => (await suggest.Run(place.Mark[..5])).Count > 0
            ),
        ];

    private static IEnumerable<Right> OfSeries(RightsWorld world) =>
        [
            Does<ChangeDay>(
                "cancelled",
                Leaders,
                (change, at) => change.Run(at, new ChangeDay.Cancelled("A holiday."))
            ),
            Does<ChangeDay>(
                "moved",
                Keepers,
                (change, at) =>
                    change.Run(
                        at,
                        new ChangeDay.Moved(at.World.Open.Coming.Date.AddDays(1), new TimeOnly(9, 0), "A holiday.")
                    )
            ),
            Does<ChangeDay>("skipped", Keepers, (change, at) => change.Run(at, new ChangeDay.Skipped("A holiday."))),
            .. DoesInFew<ChangeRhythm>(
                world,
                _ => Keepers,
                (change, at, place) => change.Run(at.World.Seen(place.Series), slotId: null, Rhythm(place), from: null)
            ),
            .. DoesInFew<ChangeSeries>(
                world,
                _ => Keepers,
                (change, at, place) =>
                    change.Run(at.World.Seen(place.Series), "New title", agendaTemplate: "", place.Series.Visibility),
                what: "its title"
            ),
            Does<ChangeSeries>(
                "who sees it",
                Leaders,
                (change, at) =>
                    change.Run(
                        at.World.Seen(at.World.Open.Series),
                        at.World.Open.Series.Title,
                        agendaTemplate: "",
                        Visibility.Closed
                    )
            ),
            Does<CreateSeries>(
                "of the group",
                Keepers,
                (create, at) => create.Run(at.World.Open.Slug.Value, NewSeries(at.World.Open, Visibility.Public))
            ),
            Does<CreateSeries>(
                "of the closed group",
                Keepers,
                (create, at) => create.Run(at.World.Closed.Slug.Value, NewSeries(at.World.Closed, Visibility.Public))
            ),
            Does<CreateSeries>(
                "stricter than the group",
                Leaders,
                (create, at) => create.Run(at.World.Open.Slug.Value, NewSeries(at.World.Open, Visibility.Closed))
            ),
            .. DoesInFew<EndRhythm>(
                world,
                _ => Keepers,
                (end, at, place) => end.Run(at.World.Seen(place.Series), place.Coming.SlotId, place.Coming.RuleDay)
            ),
            .. ReadsIn<ShowSeries>(
                world,
                async (show, _, place) =>
                    (await show.Run(place.Slug.Value))?.Series.Any(one => one.Seen.Id == place.Series.Id) == true
            ),
        ];

    private static IEnumerable<Right> OfTokens() =>
        [
            Reads<ListTokens>("one's own", SignedIn, async (list, _) => await list.Run() is { Count: > 0 }),
            Does<MakeToken>("for oneself", SignedIn, (make, _) => make.Run("backup", TokenScope.Read, days: 30)),
            Does<RevokeToken>("one's own", SignedIn, (revoke, at) => revoke.Run(at.Me.TokenId)),
            Does<RevokeToken>(
                "somebody else's",
                Nobody,
                (revoke, at) => revoke.Run(at.World[at.Asker is Chair ? Lead : Chair].TokenId)
            ),
            Reads<ShowWhoIAm>("oneself", SignedIn, async (show, _) => (await show.Run()).Name.Length > 0),
        ];

    /// <summary>All that a place holds is for the same people as its meetings.</summary>
    private static Visibility OtherThan(Place place) =>
        place.Call.Visibility == Visibility.Closed ? Visibility.Members : Visibility.Closed;

    private static Right Does<T>(string what, Asker may, Func<T, Attempt, Task> act, string? says = null)
        where T : notnull =>
        new(
            typeof(T),
            what,
            may,
            async at =>
            {
                await act(at.Services.GetRequiredService<T>(), at);
                return true;
            },
            Changes: true,
            says
        );

    private static Right Reads<T>(string what, Asker may, Func<T, Attempt, Task<bool>> act)
        where T : notnull =>
        new(typeof(T), what, may, at => act(at.Services.GetRequiredService<T>(), at), Changes: false);

    private static IEnumerable<Right> DoesIn<T>(
        RightsWorld world,
        Func<Place, Asker> may,
        Func<T, Attempt, Place, Task> act,
        string? what = null,
        bool onlyGroups = false
    )
        where T : notnull =>
        from place in world.Places
        where place.IsGroup || !onlyGroups
        select Does<T>($"{what} {place.Name}".Trim(), may(place), (useCase, at) => act(useCase, at, place));

    /// <summary>Where what may be done does not hang on who sees what it is done to.</summary>
    private static IEnumerable<Right> DoesInFew<T>(
        RightsWorld world,
        Func<Place, Asker> may,
        Func<T, Attempt, Place, Task> act,
        string? what = null
    )
        where T : notnull =>
        world.Few.Select(place =>
            Does<T>($"{what} {place.Name}".Trim(), may(place), (useCase, at) => act(useCase, at, place))
        );

    private static IEnumerable<Right> ReadsIn<T>(
        RightsWorld world,
        Func<T, Attempt, Place, Task<bool>> act,
        Func<Place, Asker>? may = null,
        string? what = null,
        bool onlyGroups = false
    )
        where T : notnull =>
        from place in world.Places
        where place.IsGroup || !onlyGroups
        select Reads<T>(
            $"{what} {place.Name}".Trim(),
            may?.Invoke(place) ?? place.Readers,
            (useCase, at) => act(useCase, at, place)
        );

    private static Upload Document(Place into) =>
        new("new.md", Encoding.UTF8.GetBytes(RightsWorld.Minutes), new Choices { Into = into.GroupId });

    private static Task<Seen> Run(
        this ChangeHabits change,
        Attempt at,
        Place place,
        string? notice = null,
        QuorumRule? quorum = null,
        bool publishesDrafts = false
    ) =>
        change.Run(
            at.World.SeenGroup(place.GroupId),
            new MinutesHabits(MinutesStyle.SigHub, template: null, notice, publishesDrafts, quietDays: null),
            quorum
        );

    private static Task Run(this ChangeDay change, Attempt at, ChangeDay.Wanted wanted)
    {
        var (series, day) = (at.World.Open.Series, at.World.Open.Coming);
        return change.Run(at.World.Seen(series), day.SlotId, day.RuleDay, wanted);
    }

    private static ScheduleMeeting.Wanted NewMeeting(Place place, Visibility visibility) =>
        new(place.Call.Date.AddDays(14), Time: null, "One more", visibility);

    private static CreateSeries.Wanted NewSeries(Place place, Visibility visibility) =>
        new("One more", Rhythm(place), AgendaTemplate: "", visibility);

    private static RhythmChoice Rhythm(Place place) => RhythmChoice.From(place.Call.Date, "Europe/Berlin");

    private static string Coded(string link) => link[(link.IndexOf("code=", StringComparison.Ordinal) + 5)..];

    private static Task<Guid> RoleOf(SigHubDb db, Guid person) =>
        db
            .Memberships.Where(role => role.PersonId == person)
            .OrderBy(role => role.Id)
            .Select(role => role.Id)
            .FirstOrDefaultAsync();

    private static Task<int> Version(Attempt at, Guid arrival) =>
        at.Look(db => db.Arrivals.Where(one => one.Id == arrival).Select(one => one.Version).SingleOrDefaultAsync());

    private static Task<ChangeGroup.Wanted> Now(Attempt at, Place place) =>
        at.Look(db =>
            db.Groups.Where(group => group.Id == place.GroupId)
                .Select(group => new ChangeGroup.Wanted(
                    group.Name,
                    group.Slug.Value,
                    group.Kind,
                    group.Overview,
                    group.Zone,
                    group.Visibility,
                    group.State,
                    group.ParentId
                ))
                .SingleAsync()
        );
}
