namespace Fapi.SpecReview.Sides;

/// <param name="Label">What the report calls it.</param>
/// <param name="Tree">The git object that holds its files.</param>
internal sealed record Revision(string Label, string Tree);
