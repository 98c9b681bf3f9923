namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>What the description of a parameter says of the values that it takes.</summary>
internal sealed record ValueFacts(
    decimal? Minimum = null, decimal? Maximum = null, string? Default = null, IReadOnlyList<string>? Enum = null);
