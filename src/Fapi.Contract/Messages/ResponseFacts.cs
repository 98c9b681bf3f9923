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
    }

    public RecordedRequest Request { get; }

    public RecordedResponse Response { get; }

    public OperationPlan Operation { get; }

    public ResponsePlan? Plan { get; }

    public ParameterPlan[] Headers => Plan?.Headers ?? [];

    public string? ContentType { get; }

    public BodyFacts Body { get; }
}
