using System.Text;
using Fapi.Contract.Plans;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Messages;

// What the rules look at: the request taken apart once, with the plan of its operation when there is one.
internal sealed class RequestFacts
{
    public RequestFacts(RecordedRequest request, PathTable paths)
    {
        Request = request;
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
            Documented = Body.Media?.Fields is { } fields ? [.. plan.Parameters, .. fields] : plan.Parameters;
            Assignment.Run(Pairs, Documented, Sent);
            Values = ReadValues();
        }
    }

    public RecordedRequest Request { get; }

    public string Path { get; }

    public PathMatch Match { get; }

    // Everything sent as name=value, in the order of the wire: query, form body, then cookies.
    public List<WireParameter> Pairs { get; } = [];

    // The pairs of each documented parameter that was sent.
    public Dictionary<ParameterPlan, List<WireParameter>> Sent { get; } = new(ReferenceEqualityComparer.Instance);

    public BodyFacts Body { get; } = new(null, null, null);

    public IReadOnlyList<(ParameterPlan Plan, SchemaFault Fault)> Values { get; } = [];

    // Documented parameters that apply to this request: those of the operation and the fields of the form that was sent.
    public ParameterPlan[] Documented { get; } = [];

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
            Pairs.Add(new WireParameter("path", Match.Path!.Names[i], raw, PercentText.Decode(raw, plusIsSpace: false)));
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
        foreach (var (parameter, pairs) in Sent)
        {
            if (pairs.Exists(p => p.Value is null) || (parameter.AllowEmptyValue && pairs[0].RawValue.Length == 0))
            {
                continue;
            }

            foreach (var fault in parameter.Schema.Check(ValueReader.Read(parameter, pairs), isRequest: true))
            {
                values.Add((parameter, fault));
            }
        }

        return values;
    }
}
