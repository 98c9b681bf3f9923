using Fapi.Contract.Schemas;

namespace Fapi.Contract.Plans;

// One parameter, header or form field, prepared for reading and checking. IsJson: the value is JSON (a parameter with
// `content`) and not a styled text.
internal sealed record ParameterPlan(
    ContractParameter Parameter,
    SchemaCheck Schema,
    ValueShape Shape,
    string Style,
    bool Explode,
    bool AllowEmptyValue,
    bool IsJson)
{
    public string Location => field ??= $"{Parameter.In} {Parameter.Name}";

    public string Shown(SchemaFault fault) => Parameter.IsSecret ? Excerpt.Masked : fault.Actual;

    public bool IsRepeatable => Shape.IsArray && Explode && Style == "form" && !IsJson;

    public bool SpreadsProperties =>
        Shape.IsObject && !IsJson && (Style == "deepObject" || (Style == "form" && Explode));
}

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
