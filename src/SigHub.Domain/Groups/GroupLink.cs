namespace SigHub.Domain.Groups;

/// <summary>A web address of a group or a meeting, under a label. Only http, https and mailto addresses are kept.</summary>
public sealed class GroupLink
{
    internal GroupLink(Guid id, int order, LinkKind kind, string label, string url)
    {
        Id = id;
        Order = order;
        Kind = kind;
        Url = WebAddress.Check(url);
        Label = Words.Optional(label) ?? Url;
    }

    private GroupLink() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public LinkKind Kind { get; private set; }
    public string Label { get; private set; } = "";
    public string Url { get; private set; } = "";
}

/// <summary>A goal of a group, in its own words.</summary>
public sealed class Goal
{
    internal Goal(Guid id, int order, string text)
    {
        Id = id;
        Order = order;
        Text = Words.Required(text, "A goal needs words.");
    }

    private Goal() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public string Text { get; private set; } = "";
}
