namespace Fapi.Sdk;

public partial class InitialLeverage
{
    /// <summary>True when the exchange sets no limit to the notional value (<c>inf</c> in any case).</summary>
    [Newtonsoft.Json.JsonIgnore]
    public bool IsUnlimited => string.Equals(MaxNotionalValue, "inf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads <see cref="MaxNotionalValue"/> as a number.</summary>
    /// <param name="maxNotional">Largest notional value, in the quote asset of the symbol; 0 when there is
    /// none.</param>
    /// <returns>False when the value is unlimited or not a number that <see cref="decimal"/> holds.</returns>
    public bool TryGetMaxNotional(out decimal maxNotional) =>
        decimal.TryParse(MaxNotionalValue, NumberStyles.Float, CultureInfo.InvariantCulture, out maxNotional);
}
