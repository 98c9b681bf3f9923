using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

internal sealed class ParameterItemsRule()
    : ParameterValueRule(
        FaultKind.Items,
        new("parameter-items", "An array keeps to minItems, maxItems and uniqueItems."));
