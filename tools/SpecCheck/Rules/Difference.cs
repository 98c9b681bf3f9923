namespace Fapi.SpecCheck.Rules;

/// <param name="Fact">What differs.</param>
/// <param name="Spec">What the spec says; null where it says nothing.</param>
/// <param name="Docs">What the docs say; null where they say nothing.</param>
internal sealed record Difference(FactKey Fact, string? Spec, string? Docs)
{
    /// <summary>One difference where a condition holds, else none.</summary>
    public static IEnumerable<Difference> If(bool condition, FactKey fact, string? spec, string? docs) =>
        condition ? [new Difference(fact, spec, docs)] : [];

    /// <summary>One difference where the docs say something else than the spec, else none.</summary>
    public static IEnumerable<Difference> Between(FactKey fact, string? spec, string? docs) =>
        If(docs is not null && docs != spec, fact, spec, docs);
}
