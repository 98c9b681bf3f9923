namespace Fapi.Benchmarks.Cases;

/// <summary>A client to measure.</summary>
/// <param name="Name">As tables show it.</param>
/// <param name="KeyKind">What it signs with.</param>
/// <param name="Create">Makes it for a place.</param>
internal sealed record Case(string Name, KeyKind KeyKind, Func<Place, Keys, Subject> Create)
{
    /// <summary>A rule of the contract that this client is known to break; null for none.</summary>
    internal string? ToleratedRule { get; init; }

    public override string ToString() => Name;
}
