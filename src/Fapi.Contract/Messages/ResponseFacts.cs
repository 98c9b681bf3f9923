using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// What the rules look at: the response taken apart once. Plan is null when the status is not documented.
internal sealed record ResponseFacts(
    RecordedRequest Request, RecordedResponse Response, OperationPlan Operation, ResponsePlan? Plan)
{
    public ParameterUse[] Headers { get; } = Array.ConvertAll(Plan?.Headers ?? [], header => new ParameterUse(header)
    {
        Sent = WireParameter.Headers(header, Response.Headers),
    });

    public string? ContentType { get; } = Response.Headers.Find("Content-Type");

    public BodyFacts Body { get; } =
        BodyFacts.Read(Response.Body, Response.Headers.Find("Content-Type"), Plan?.Media ?? []);
}
