using System.Collections.Frozen;

namespace Fapi.Contract.Plans;

// One operation, prepared for checking.
internal sealed class OperationPlan
{
    public required ContractOperation Operation { get; init; }

    public required ParameterPlan[] Parameters { get; init; }

    // Every scheme of the document, and those whose carrier this operation does not ask for.
    public required ContractSecurityScheme[] AllSchemes { get; init; }

    public required ContractSecurityScheme[] ForeignSchemes { get; init; }

    public required RequestBodyPlan? Body { get; init; }

    public required FrozenDictionary<string, ResponsePlan> Responses { get; init; }

    // Exact status first, then its class, then the default (https://spec.openapis.org/oas/v3.0.3#responses-object).
    public ResponsePlan? ResponseFor(int status)
    {
        var text = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Responses.GetValueOrDefault(text)
            ?? (text.Length == 3 ? Responses.GetValueOrDefault($"{text[0]}XX") : null)
            ?? Responses.GetValueOrDefault("default");
    }
}
