using Fapi.Contract.Schemas;

namespace Fapi.Contract.Plans;

// One parameter, header or form field, prepared for reading and checking.
internal sealed class ParameterPlan
{
    public required ContractParameter Parameter { get; init; }

    public required SchemaCheck Schema { get; init; }

    public required ValueShape Shape { get; init; }

    public required string Style { get; init; }

    public required bool Explode { get; init; }

    public bool AllowEmptyValue { get; init; }

    // The value is JSON (a parameter with `content`) and not a styled text.
    public bool IsJson { get; init; }

    public string Location => field ??= $"{Parameter.In} {Parameter.Name}";

    public bool IsRepeatable => Shape.IsArray && Explode && Style == "form" && !IsJson;

    public bool SpreadsProperties =>
        Shape.IsObject && !IsJson && (Style == "deepObject" || (Style == "form" && Explode));
}
