using SigHub.Domain.Groups;

namespace SigHub.Web.Components;

/// <summary>Terms in words; nothing is said of one without ends.</summary>
public static class TermWords
{
    /// <summary>"since 4 March 2025", "until 3 March 2026", "4 March 2025 – 3 March 2026"; the last day is part of it.</summary>
    public static string Of(Term term) =>
        (term.From, term.To?.AddDays(-1)) switch
        {
            (null, null) => "",
            ({ } from, null) => $"since {Days.Long(from)}",
            (null, { } last) => $"until {Days.Long(last)}",
            ({ } from, { } last) => $"{Days.Long(from)} – {Days.Long(last)}",
        };
}
