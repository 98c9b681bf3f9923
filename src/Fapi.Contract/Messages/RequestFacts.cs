using Fapi.Contract.Plans;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Messages;

// What the rules look at: the request taken apart once, with the plan of its operation when there is one.
internal sealed class RequestFacts
{
    public RequestFacts(RecordedRequest request, PathTable paths)
    {
        Request = request;
        Paths = paths;
        Path = RequestTarget.PathOf(request.Target);
        Match = paths.Match(request.Method, Path);
        if (request.Target.Length <= RequestTarget.MaxLength)
        {
            WireParameter.Read(RequestTarget.QueryOf(request.Target), "query", Pairs);
        }

        if (Match is not { Plan: { } plan, Path: { } path })
        {
            return;
        }

        Body = BodyFacts.Read(request.Body, request.Headers.Find("Content-Type"), plan.Body?.Media ?? []);
        if (Body is { Problem: null, Media.Fields: not null })
        {
            WireParameter.Read(Encoding.UTF8.GetString(request.Body.Span), "form", Pairs);
        }

        Pairs.AddRange(WireParameter.Cookies(request.Headers.Find("Cookie")));
        Pairs.AddRange(path.Names.Zip(Match.Values, (name, raw) => new WireParameter(
            "path", name, raw, PercentText.Decode(raw, plusIsSpace: false))));
        Pairs.AddRange(plan.Headers.SelectMany(header => WireParameter.Headers(header, Request.Headers)));
        Documented = ParameterUse.Assign(
            Pairs, Body.Media?.Fields is { } fields ? [.. plan.Parameters, .. fields] : plan.Parameters);
        Values =
        [
            .. from use in Documented
               from fault in use.Faults(isRequest: true)
               select (use.Plan, fault),
        ];
    }

    public RecordedRequest Request { get; }

    public PathTable Paths { get; }

    public string Path { get; }

    public PathMatch Match { get; }

    // Only for rules on requests that match an operation.
    public OperationPlan Plan => Match.Plan!;

    // Everything sent as name=value, in the order of the wire: query, form body, then cookies.
    public List<WireParameter> Pairs { get; } = new(8);

    public BodyFacts Body { get; } = BodyFacts.None;

    // The parameters of the operation and the fields of the form that was sent, whether they were sent or not.
    public ParameterUse[] Documented { get; } = [];

    public (ParameterPlan Plan, SchemaFault Fault)[] Values { get; } = [];
}
