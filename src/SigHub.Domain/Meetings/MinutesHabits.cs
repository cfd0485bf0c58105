namespace SigHub.Domain.Meetings;

/// <summary>In which house's style minutes are laid out.</summary>
public enum MinutesStyle
{
    SigHub,
    Rocky,
    Cdf,
    LfAi,
}

/// <summary>How a group keeps its minutes: their style, its own template, the notice above them, and who sees a draft.</summary>
public sealed record MinutesHabits
{
    /// <param name="template">Markdown with {title}, {notice}, {roll call}, {agenda}, {actions}; null: as the style lays it out.</param>
    /// <param name="notice">What is said at the beginning of each meeting: a code of conduct, an antitrust policy.</param>
    /// <param name="publishesDrafts">Whoever sees the group sees its drafts.</param>
    /// <param name="quietDays">So many days after they were finalized, minutes that nobody corrected are approved; null: never by themselves.</param>
    public MinutesHabits(MinutesStyle style, string? template, string? notice, bool publishesDrafts, int? quietDays)
    {
        RuleBroken.If(quietDays is < 1 or > 365, "Minutes are approved by silence after 1 to 365 days.");

        Style = style;
        Template = Words.Optional(template);
        Notice = Words.Optional(notice);
        PublishesDrafts = publishesDrafts;
        QuietDays = quietDays;
    }

    public static MinutesHabits Usual { get; } =
        new(MinutesStyle.SigHub, template: null, notice: null, publishesDrafts: false, quietDays: null);

    public MinutesStyle Style { get; private init; }
    public string? Template { get; private init; }
    public string? Notice { get; private init; }
    public bool PublishesDrafts { get; private init; }
    public int? QuietDays { get; private init; }
}
