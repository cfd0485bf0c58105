using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Imports;

/// <content>From being brought to having moved in, and back.</content>
public sealed partial class Arrival
{
    /// <summary>What cannot be a document of SigHub's is refused right away, with the reason, and stops no other.</summary>
    public static Arrival Bring(Actor by, Guid batchId, string fileName, byte[] content, DateTime now)
    {
        var arrival = new Arrival(Ids.New(now), Words.Short(fileName), now)
        {
            BatchId = batchId,
            ByPersonId = by.PersonId,
        };
        try
        {
            ImportedDocument.TextOf(fileName, content);
            arrival.Content = content;
        }
        catch (RuleBroken reason)
        {
            arrival.Refuse(reason.Message);
        }

        return arrival;
    }

    /// <summary>Somebody's file that could not even be opened.</summary>
    public static Arrival Unreadable(Actor by, Guid batchId, string fileName, string problem, DateTime now)
    {
        var arrival = Bring(by, batchId, fileName, [], now);
        arrival.Problem = problem;
        return arrival;
    }

    /// <summary>What the reader found in it, and what a person should look at.</summary>
    public void WasRead(Guid? groupId, int records, int toLookAt, string? problem)
    {
        RuleBroken.If(State is ArrivalState.MovedIn, $"“{FileName}” has moved in already.");

        (GroupId, Records, ToLookAt, Problem) = (groupId, records, toLookAt, problem);
        State = ArrivalState.Read;
    }

    public void Refuse(string problem)
    {
        State = ArrivalState.Refused;
        Problem = problem;
    }

    public void Choose(Actor by, string choices)
    {
        MustBeLookedAtBy(by);
        Choices = choices;
    }

    /// <summary>It moves in as soon as it is its turn.</summary>
    public void Accept(Actor by)
    {
        MustBeLookedAtBy(by);
        RuleBroken.If(Problem is not null, Problem ?? "");
        State = ArrivalState.Accepted;
    }

    /// <summary>It could not move in as it stands: a person looks at it again.</summary>
    public void NeedsALook(string problem)
    {
        State = ArrivalState.Read;
        Problem = problem;
    }

    public void MoveIn(ImportedDocument document, int records, DateTime now)
    {
        RuleBroken.If(State is ArrivalState.MovedIn, $"“{FileName}” has moved in already.");

        (DocumentId, GroupId, Records, MovedInAt) = (document.Id, document.GroupId, records, now);
        (ToLookAt, Problem, Content) = (0, null, []);
        State = ArrivalState.MovedIn;
    }

    /// <summary>What it brought is gone; the document lies here again, to be looked at or put away.</summary>
    public ImportTakenBack TakeBack(Actor by, byte[] content, bool groupStays, DateTime now)
    {
        RuleBroken.Unless(State is ArrivalState.MovedIn, $"“{FileName}” has not moved in.");
        MayTakeBack(by);

        var fact = new ImportTakenBack(
            Subject with
            {
                GroupId = groupStays ? GroupId : null,
            },
            by.PersonId,
            now,
            Records
        );
        State = ArrivalState.TakenBack;
        TakingBack = new TakingBack(by.PersonId, now);
        (Content, DocumentId, MovedInAt) = (content, null, null);
        if (!groupStays)
            GroupId = null;
        return fact;
    }

    /// <summary>A document that was taken back, or refused for want of a choice, is read once more.</summary>
    public void ReadAgain(Actor by)
    {
        MayBeSeen(by);
        RuleBroken.If(State is ArrivalState.MovedIn, $"“{FileName}” has moved in already.");
        RuleBroken.If(Content.Length == 0, $"“{FileName}” cannot be read; bring it again.");

        (State, Problem, PutAwayAt) = (ArrivalState.Waiting, null, null);
    }

    public void PutAway(Actor by, DateTime now)
    {
        MayBeSeen(by);
        PutAwayAt ??= now;
    }

    public void BringBack(Actor by)
    {
        MayBeSeen(by);
        PutAwayAt = null;
    }

    /// <summary>Whoever brought it, and administrators.</summary>
    public bool MayBeLookedAtBy(Actor by) => by.Is(ByPersonId) || by.IsAdministrator;

    /// <summary>Whoever keeps the minutes of the group it moved into, and administrators.</summary>
    public bool MayBeTakenBackBy(Actor by) => GroupId is { } group ? by.KeepsMinutes(group) : by.IsAdministrator;

    private void MayBeSeen(Actor by) =>
        RuleBroken.Unless(
            MayBeLookedAtBy(by),
            $"“{FileName}” was brought by somebody else; they look at it, or an administrator."
        );

    private void MayTakeBack(Actor by) =>
        RuleBroken.Unless(
            MayBeTakenBackBy(by),
            "Only a chair, a lead or the secretary of its group can take an import back."
        );

    private void MustBeLookedAtBy(Actor by)
    {
        MayBeSeen(by);
        RuleBroken.If(State is ArrivalState.MovedIn or ArrivalState.Accepted, $"“{FileName}” is moving in already.");
        RuleBroken.If(State is ArrivalState.Refused, $"“{FileName}” cannot be read; bring it again.");
    }
}
