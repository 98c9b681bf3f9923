using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterPatternRule()
    : ParameterValueRule(FaultKind.Pattern, new("parameter-pattern", "A text matches the pattern of its schema."));
