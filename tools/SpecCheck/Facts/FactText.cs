namespace Fapi.SpecCheck.Facts;

/// <summary>Writes what a side says, in few words.</summary>
internal static class FactText
{
    public static string Describe(ParameterFact docs) =>
        string.Join(", ", new[] { docs.Type, docs.Mandatory, Bounds(docs.Minimum, docs.Maximum) }.OfType<string>());

    public static string Describe(SpecParameter spec) =>
        string.Join(", ", new[] { Type(spec), Required(spec), Bounds(spec.Minimum, spec.Maximum) }.OfType<string>());

    public static string? Type(SpecParameter spec) => spec switch
    {
        { Type: null } => null,
        { ItemType: { } item } => $"{spec.Type} of {Type(item, spec.ItemFormat)}",
        _ => Type(spec.Type, spec.Format),
    };

    public static string Type(string type, string? format) => format is null ? type : $"{type} ({format})";

    public static string Required(SpecParameter spec) => spec.Required ? "required: true" : "required: false";

    public static string? Bounds(decimal? minimum, decimal? maximum) =>
        (Numbers.Text(minimum), Numbers.Text(maximum)) switch
        {
            (null, null) => null,
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"≥ {low}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"≤ {high}"),
            var (low, high) => $"{low} … {high}",
        };
}
