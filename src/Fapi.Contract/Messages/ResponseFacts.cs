using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// What the rules look at: the response taken apart once. Plan is null when the status is not documented.
internal sealed class ResponseFacts
{
    public ResponseFacts(RecordedRequest request, RecordedResponse response, OperationPlan operation)
    {
        Request = request;
        Response = response;
        Operation = operation;
        Plan = operation.ResponseFor(response.Status);
        ContentType = response.Headers.Find("Content-Type");
        Body = BodyFacts.Read(response.Body, ContentType, Plan?.Media ?? []);
        var headers = Plan?.Headers ?? [];
        Headers = ParameterUse.Assign(WireParameter.Headers(headers, response.Headers), headers);
    }

    public RecordedRequest Request { get; }

    public RecordedResponse Response { get; }

    public OperationPlan Operation { get; }

    public ResponsePlan? Plan { get; }

    public ParameterUse[] Headers { get; }

    public string? ContentType { get; }

    public BodyFacts Body { get; }
}
