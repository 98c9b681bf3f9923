using Fapi.Contract.Schemas;

namespace Fapi.Contract.Plans;

internal sealed record RequestBodyPlan(bool Required, MediaPlan[] Media);

internal sealed record ResponsePlan(ContractResponse Response, ParameterPlan[] Headers, MediaPlan[] Media);

// One documented content type. Fields are those of a form; a form that does not speak of additional properties takes
// none, because a field that nobody documented is a mistake more often than a wish.
internal sealed record MediaPlan(
    MediaRange Range,
    SchemaCheck? Schema,
    ParameterPlan[]? Fields,
    bool AllowsOtherFields);
