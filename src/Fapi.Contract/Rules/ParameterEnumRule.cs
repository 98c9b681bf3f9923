using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterEnumRule()
    : ParameterValueRule(
        FaultKind.Enum,
        new("parameter-enum", "A parameter is one of the values that its schema lists."));
