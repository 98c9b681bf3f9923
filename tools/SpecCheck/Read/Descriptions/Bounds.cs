namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>The smallest and the largest value, both allowed themselves.</summary>
internal readonly record struct Bounds(decimal? Minimum, decimal? Maximum);
