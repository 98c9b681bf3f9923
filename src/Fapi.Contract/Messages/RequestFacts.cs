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
            PairReader.ReadEncoded(RequestTarget.QueryOf(request.Target), "query", Pairs);
        }

        if (Match.Plan is { } plan)
        {
            Body = BodyFacts.Read(request.Body, request.Headers.Find("Content-Type"), plan.Body?.Media ?? []);
            ReadForm();
            ReadPathAndHeaders(plan);
            Documented = Assignment.Run(Pairs, plan.Parameters, Body.Media?.Fields);
            Values = ReadValues();
        }
    }

    public RecordedRequest Request { get; }

    public PathTable Paths { get; }

    public string Path { get; }

    public PathMatch Match { get; }

    // Only for rules on requests that match an operation.
    public OperationPlan Plan => Match.Plan!;

    // Everything sent as name=value, in the order of the wire: query, form body, then cookies.
    public List<WireParameter> Pairs { get; } = [];

    public BodyFacts Body { get; } = new(null, null, null);

    public IReadOnlyList<(ParameterPlan Plan, SchemaFault Fault)> Values { get; } = [];

    // The parameters of the operation and the fields of the form that was sent, whether they were sent or not.
    public ParameterUse[] Documented { get; } = [];

    private void ReadForm()
    {
        if (Body is { Problem: null, Media.Fields: not null })
        {
            PairReader.ReadEncoded(Encoding.UTF8.GetString(Request.Body.Span), "form", Pairs);
        }
    }

    private void ReadPathAndHeaders(OperationPlan plan)
    {
        if (Request.Headers.Find("Cookie") is { } cookies)
        {
            PairReader.ReadCookies(cookies, Pairs);
        }

        for (var i = 0; i < Match.Values.Length; i++)
        {
            var raw = Match.Values[i];
            Pairs.Add(new WireParameter(
                "path",
                Match.Path!.Names[i],
                raw,
                PercentText.Decode(raw, plusIsSpace: false)));
        }

        foreach (var parameter in plan.Parameters)
        {
            if (parameter.Parameter.In == "header" && Request.Headers.Find(parameter.Parameter.Name) is { } value)
            {
                Pairs.Add(new WireParameter("header", parameter.Parameter.Name, value.Trim(), value.Trim()));
            }
        }
    }

    private List<(ParameterPlan Plan, SchemaFault Fault)> ReadValues()
    {
        var values = new List<(ParameterPlan, SchemaFault)>();
        foreach (var use in Documented)
        {
            var plan = use.Plan;
            if (!use.IsSent
                || use.Sent.Exists(p => p.Value is null)
                || (plan.AllowEmptyValue && use.RawValue.Length == 0))
            {
                continue;
            }

            foreach (var fault in plan.Schema.Check(ValueReader.Read(plan, use.Sent), isRequest: true))
            {
                values.Add((plan, fault));
            }
        }

        return values;
    }
}
