namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Facts of one parameter, as locked.</summary>
internal sealed class LockedParameter
{
    public string? Type { get; set; }

    public string? Mandatory { get; set; }

    public decimal? Minimum { get; set; }

    public decimal? Maximum { get; set; }

    public string? Default { get; set; }

    public List<string>? Enum { get; set; }

    public static LockedParameter From(ParameterFact fact) => new()
    {
        Type = fact.Type,
        Mandatory = fact.Mandatory,
        Minimum = fact.Minimum,
        Maximum = fact.Maximum,
        Default = fact.Default,
        Enum = fact.Enum?.ToList(),
    };

    public ParameterFact ToFact(string name) =>
        new(name, Type, Mandatory, null, Minimum, Maximum, Default, Enum);
}
