using System.Text.Json;

namespace Fapi.SpecReview.Wire;

/// <summary>A call that both sides make, as far as they can.</summary>
/// <param name="Operation">The operationId.</param>
/// <param name="Title">What sets it apart from the other calls of the operation.</param>
/// <param name="Arguments">Values by the name on the wire.</param>
internal sealed record ExampleCall(string Operation, string Title, IReadOnlyDictionary<string, JsonElement> Arguments);
