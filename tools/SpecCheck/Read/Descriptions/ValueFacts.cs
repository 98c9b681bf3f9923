namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Bounds, default and values that a description states.</summary>
internal sealed record ValueFacts(
    decimal? Minimum = null, decimal? Maximum = null, string? Default = null, IReadOnlyList<string>? Enum = null);
