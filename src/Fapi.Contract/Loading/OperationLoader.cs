using System.Collections.Frozen;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Loading;

internal sealed class OperationLoader(
    SourceNode root,
    SchemaLoader schemas,
    Dictionary<string, ContractSecurityScheme> schemes)
{
    public static readonly IReadOnlyList<string> Methods =
        ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ParameterLoader _parameters = new(schemas, schemes.Values);

    public List<OperationPlan> Load(string path, SourceNode item, ISet<string> ids) =>
    [
        .. item.Entries.Where(e => Methods.Contains(e.Name)).Select(e =>
        {
            var plan = Operation(path, e.Name, item, e.Value.Map());
            return ids.Add(plan.Operation.Id)
                ? plan
                : throw (e.Value["operationId"] ?? e.Value).Error(
                    $"the operationId {Excerpt.Quote(plan.Operation.Id)} occurs twice; each operation needs its own");
        }),
    ];

    private OperationPlan Operation(string path, string method, SourceNode item, SourceNode operation)
    {
        var own = _parameters.Load(item, operation);
        RequirePathParameters(path, operation, own);
        var body = operation["requestBody"]?.Map() is { } request
            ? new RequestBodyPlan(request.FlagOf("required"), Media(request, isRequest: true))
            : null;
        var fields = body?.Media.SelectMany(m => m.Fields ?? []) ?? [];
        var responses = Responses(operation);
        return new OperationPlan(
            new ContractOperation
            {
                Id = operation.TextOf("operationId") ?? $"{method.ToUpperInvariant()} {path}",
                Method = method.ToUpperInvariant(),
                Path = path,
                Summary = operation.TextOf("summary"),
                Parameters = [.. own.Concat(fields).Select(p => p.Parameter)],
                RequestContentTypes = [.. body?.Media.Select(m => m.Range.Type) ?? []],
                Security = SecurityLoader.Alternatives(root, operation, schemes),
                Responses = [.. responses.Select(r => r.Response)],
                Extensions = operation.ExtensionElements(),
            },
            own,
            body,
            responses.ToFrozenDictionary(r => r.Response.Status, StringComparer.Ordinal),
            schemes.Values);
    }

    private static void RequirePathParameters(string path, SourceNode operation, ParameterPlan[] own)
    {
        foreach (var name in path.Split('{', '}').Where((_, i) => i % 2 == 1))
        {
            if (!own.Any(p => p.Parameter.In == "path" && p.Parameter.Name == name))
            {
                throw operation.Error($"the path parameter {Excerpt.Quote(name)} is not described");
            }
        }
    }

    private MediaPlan[] Media(SourceNode holder, bool isRequest) =>
    [
        .. holder.EntriesOf("content").Select(e => Media(MediaRange.Parse(e.Name), e.Value.Map(), isRequest))
            .OrderBy(m => m.Range.Type.Count(c => c == '*')),
    ];

    private MediaPlan Media(MediaRange range, SourceNode media, bool isRequest)
    {
        var schema = media["schema"];
        var isForm = isRequest && range.IsForm && schema is not null;
        return new MediaPlan(
            range,
            schema is null ? null : schemas.Add(schema),
            isForm ? _parameters.LoadFields(media) : null,
            isForm && schema!["additionalProperties"] is { IsMap: true } or { IsTrue: true });
    }

    private List<ResponsePlan> Responses(SourceNode operation) =>
    [
        .. operation.EntriesOf("responses")
            .Where(e => !e.Name.StartsWith("x-", StringComparison.Ordinal))
            .Select(e => Response(e.Name.ToUpperInvariant(), e.Value.Map())),
    ];

    private ResponsePlan Response(string status, SourceNode response)
    {
        var headers = response.EntriesOf("headers")
            .Where(h => !h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(h => _parameters.LoadHeader(h.Name, h.Value.Map()))
            .ToArray();
        var media = Media(response, isRequest: false);
        var content = response.EntriesOf("content").ToArray();
        return new ResponsePlan(
            new ContractResponse
            {
                Status = status is "DEFAULT" ? "default" : status,
                Headers = [.. headers.Select(h => h.Parameter)],
                ContentTypes = [.. content.Select(e => e.Name)],
                Example = content.Select(e => ParameterLoader.Example(e.Value, e.Value["schema"])).FirstOrDefault(),
            },
            headers,
            media);
    }
}
