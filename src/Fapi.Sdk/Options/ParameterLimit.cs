namespace Fapi.Sdk.Options;

/// <summary>An app's own limit of a parameter, within the bounds of the spec.</summary>
public sealed class ParameterLimit
{
    /// <summary>Smallest value that is sent. Default: that of the spec.</summary>
    public decimal? Minimum { get; set; }

    /// <summary>Largest value that is sent. Default: that of the spec.</summary>
    public decimal? Maximum { get; set; }
}
