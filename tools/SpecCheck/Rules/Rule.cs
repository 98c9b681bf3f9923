namespace Fapi.SpecCheck.Rules;

/// <summary>Weight of a difference.</summary>
internal enum Severity
{
    /// <summary>Both sides are right in their own way; always shown, never drift.</summary>
    Note,

    /// <summary>Worth knowing; the spec may stay as it is.</summary>
    Info,

    /// <summary>
    /// A request or a response that the spec allows may be refused or misread, or a record is out of date.
    /// </summary>
    Warning,

    /// <summary>The spec says something that the docs deny.</summary>
    Error,
}

/// <summary>The side that a rule starts from and the one that it looks at.</summary>
internal enum Direction
{
    /// <summary>The spec has to have what the docs state.</summary>
    DocsToSpec,

    /// <summary>The docs have to have what the spec states.</summary>
    SpecToDocs,

    /// <summary>Both have to state the same.</summary>
    Both,

    /// <summary>One language of the docs against the other.</summary>
    DocsToDocs,

    /// <summary>The docs now against the docs as locked.</summary>
    ThenToNow,

    /// <summary>A waiver against the findings.</summary>
    WaiverToFindings,
}

/// <param name="Silence">What it means when the docs state nothing.</param>
/// <param name="Check">Finds the differences on one page; null where the rule is not about a page of an
/// operation.</param>
internal sealed record Rule(
    string Id,
    Severity Severity,
    Direction Direction,
    Silence Silence,
    Func<PageComparison, IEnumerable<Difference>>? Check = null)
{
    /// <summary>True where the rule needs the page itself because the lock doesn't keep what it looks at.</summary>
    public bool NeedsPage { get; init; }
}

/// <summary>Meaning of docs that state nothing.</summary>
internal enum Silence
{
    /// <summary>The rule is not about a statement of the docs.</summary>
    NotApplicable,

    /// <summary>No difference: the docs leave it open.</summary>
    Open,

    /// <summary>A difference: the docs would state it if it were so.</summary>
    Denial,

    /// <summary>The page can't be checked: such a page is not complete.</summary>
    Unchecked,
}

/// <param name="Fact">What differs.</param>
/// <param name="Spec">What the spec says; null where it says nothing.</param>
/// <param name="Docs">What the docs say; null where they say nothing.</param>
internal sealed record Difference(FactKey Fact, string? Spec, string? Docs);
