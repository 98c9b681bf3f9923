using System.Collections.Frozen;
using Fapi.Contract.Plans;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

internal sealed class OperationLoader(
    SourceTree source,
    SchemaLoader schemas,
    IReadOnlyDictionary<string, ContractSecurityScheme> schemes)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private readonly ParameterLoader parameters = new(source, schemas, schemes.Values);

    public List<OperationPlan> Load(string path, JObject item) =>
    [
        .. item.Properties()
            .Where(p => Methods.Contains(p.Name))
            .Select(p => Operation(path, p.Name, item, source.Map(p.Value))),
    ];

    private OperationPlan Operation(string path, string method, JObject item, JObject operation)
    {
        var own = parameters.Load(item, operation);
        RequirePathParameters(path, operation, own);
        var body = operation["requestBody"] is { } request ? Body(source.Resolve(request)) : null;
        var fields = body?.Media.SelectMany(m => m.Fields ?? []) ?? [];
        var responses = Responses(operation);
        var security = SecurityLoader.Alternatives(source, operation, schemes);
        return new OperationPlan
        {
            Parameters = own,
            Body = body,
            Responses = responses.ToFrozenDictionary(r => r.Response.Status, StringComparer.Ordinal),
            AllSchemes = [.. schemes.Values],
            ForeignSchemes = [.. schemes.Values.Where(s => !security.Any(a => a.Any(wanted => SameCarrier(wanted, s))))],
            Operation = new ContractOperation
            {
                Id = source.Text(operation, "operationId") ?? $"{method.ToUpperInvariant()} {path}",
                Method = method.ToUpperInvariant(),
                Path = path,
                Summary = source.Text(operation, "summary"),
                Parameters = [.. own.Concat(fields).Select(p => p.Parameter)],
                RequestContentTypes = [.. body?.Media.Select(m => m.Range.Type) ?? []],
                Security = security,
                Responses = [.. responses.Select(r => r.Response)],
                Extensions = SourceTree.Extensions(operation),
            },
        };
    }

    private static bool SameCarrier(ContractSecurityScheme a, ContractSecurityScheme b) =>
        (a.In, a.Name) == (b.In, b.Name);

    private void RequirePathParameters(string path, JObject operation, ParameterPlan[] own)
    {
        foreach (var name in path.Split('{', '}').Where((_, i) => i % 2 == 1))
        {
            if (!own.Any(p => p.Parameter.In == "path" && p.Parameter.Name == name))
            {
                throw source.Error(operation, $"the path parameter {Excerpt.Quoted(name)} is not described");
            }
        }
    }

    private RequestBodyPlan Body(JObject body) => new(source.Flag(body, "required"), Media(body, isRequest: true));

    private MediaPlan[] Media(JObject holder, bool isRequest) =>
    [
        .. source.Entries(holder, "content").Select(p => Media(MediaRange.Of(p.Name), source.Map(p.Value), isRequest))
            .OrderBy(m => m.Range.Type.Count(c => c == '*')),
    ];

    private MediaPlan Media(MediaRange range, JObject media, bool isRequest)
    {
        var schema = media["schema"];
        var isForm = isRequest && range.IsForm && schema is not null;
        return new MediaPlan(
            range,
            schema is null ? null : schemas.Add(schema),
            isForm ? parameters.LoadFields(media) : null,
            isForm && source.Resolve(schema!)["additionalProperties"] is JObject or JValue { Value: true });
    }

    private List<ResponsePlan> Responses(JObject operation) =>
    [
        .. source.Entries(operation, "responses")
            .Where(p => !p.Name.StartsWith("x-", StringComparison.Ordinal))
            .Select(Response),
    ];

    private ResponsePlan Response(JProperty entry)
    {
        var response = source.Resolve(entry.Value);
        var headers = source.Entries(response, "headers")
            .Where(h => !h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(h => parameters.LoadHeader(h.Name, source.Resolve(h.Value)))
            .ToArray();
        var media = Media(response, isRequest: false);
        var examples = source.Entries(response, "content").Select(p => source.Example(source.Map(p.Value)));
        return new ResponsePlan(
            new ContractResponse
            {
                Status = entry.Name.ToUpperInvariant() is "DEFAULT" ? "default" : entry.Name.ToUpperInvariant(),
                Headers = [.. headers.Select(h => h.Parameter)],
                ContentTypes = [.. source.Entries(response, "content").Select(p => p.Name)],
                Example = SourceTree.Element(examples.FirstOrDefault()),
            },
            headers,
            media);
    }
}
