using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Groups;

/// <content>How the group meets: its minutes and its quorum.</content>
public sealed partial class Group
{
    /// <summary>Null: nobody chose any yet.</summary>
    public MinutesHabits? ChosenHabits { get; private set; }

    public MinutesHabits Habits => ChosenHabits ?? MinutesHabits.Usual;

    /// <summary>Null: the group counts no quorum.</summary>
    public QuorumRule? Quorum { get; private set; }

    public GroupDescribed KeepMinutes(Actor by, MinutesHabits habits, DateTime now)
    {
        MayDescribe(by);
        RuleBroken.If(habits == Habits, "Nothing is different yet.");
        RuleBroken.If(
            habits.PublishesDrafts != Habits.PublishesDrafts && !by.Leads(Id),
            $"Only whoever leads {Name} can change who sees its drafts."
        );

        var old = Habits;
        ChosenHabits = habits;
        return new GroupDescribed(Subject, by.PersonId, now, "minutes", Told(old), Told(habits));
    }

    public GroupDescribed CountQuorum(Actor by, QuorumRule? rule, DateTime now)
    {
        MayLead(by, "change its quorum");
        MayChange();
        RuleBroken.If(rule == Quorum, "This is the quorum already.");

        var old = Quorum;
        Quorum = rule;
        return new GroupDescribed(Subject, by.PersonId, now, "quorum", old?.InWords() ?? "", rule?.InWords() ?? "");
    }

    private static string Told(MinutesHabits habits) =>
        Lines(
            new[]
            {
                $"style {habits.Style}",
                habits.Notice,
                habits.Template,
                habits.PublishesDrafts ? "drafts are published" : null,
                habits.QuietDays is { } days ? $"approved after {days.Invariant()} days" : null,
            }.OfType<string>()
        );
}
