using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterRangeRule()
    : ParameterValueRule(FaultKind.Range, new("parameter-range", "A number keeps to minimum, maximum and multipleOf."));
