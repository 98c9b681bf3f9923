namespace Fapi.SpecCheck.Rules;

/// <summary>Weight of a difference.</summary>
internal enum Severity
{
    /// <summary>Both sides are right in their own way; always shown, never drift.</summary>
    Note,

    /// <summary>Worth knowing; the spec may stay as it is.</summary>
    Info,

    /// <summary>A request or response may be refused or misread, or a record is out of date.</summary>
    Warning,

    /// <summary>The spec says something that the docs deny.</summary>
    Error,
}

/// <summary>The side that a rule starts from and the one that it looks at.</summary>
internal enum Direction
{
    DocsToSpec,
    SpecToDocs,
    Both,
    DocsToDocs,
    ThenToNow,
    WaiverToFindings,
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

/// <param name="Check">Finds the differences on one page; null for a rule that is not about a page.</param>
/// <param name="NeedsPage">True where the rule looks at what the lock doesn't keep.</param>
internal sealed record Rule(
    string Id,
    Severity Severity,
    Direction Direction,
    Silence Silence,
    Func<PageComparison, IEnumerable<Difference>>? Check = null,
    bool NeedsPage = false);
