namespace Fapi.SpecCheck.Facts;

/// <summary>Security types of the exchange, and what they ask of a request.</summary>
/// <remarks>Source: the general information page of the exchange's documentation.</remarks>
internal static class SecurityTypes
{
    /// <summary>Meaning of a title that names no security type.</summary>
    public const string None = "NONE";

    /// <summary>Parameter that each signed request carries and that no page lists in its table.</summary>
    public const string Signature = "signature";

    public static bool IsSigned(string? type) => type is "TRADE" or "USER_DATA";
}
