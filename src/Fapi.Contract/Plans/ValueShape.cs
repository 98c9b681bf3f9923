namespace Fapi.Contract.Plans;

[Flags]
internal enum ScalarTypes
{
    None = 0,
    String = 1,
    Integer = 2,
    Number = 4,
    Boolean = 8,
}

// How a text becomes a value: the scalar types that its schema allows, and for arrays and objects those of the parts.
internal sealed record ValueShape(
    ScalarTypes Scalars,
    ValueShape? Items,
    IReadOnlyDictionary<string, ValueShape>? Properties)
{
    public static ValueShape Text { get; } = new(ScalarTypes.String, null, null);

    public bool IsArray => Items is not null;

    public bool IsObject => Properties is not null;
}
