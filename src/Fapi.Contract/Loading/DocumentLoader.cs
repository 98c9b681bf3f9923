using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Loading;

// Nodes to look-up tables: everything that a check needs is worked out here, once.
internal static class DocumentLoader
{
    public static (PathTable Paths, ContractDocument Document) Load(SourceDocument text)
    {
        var root = text.Root;
        RequireVersion(root);
        var schemas = new SchemaLoader();
        var schemes = SecurityLoader.Schemes(root);
        var operations = new OperationLoader(root, schemas, schemes);
        var prefixes = ServerPaths(root);
        var paths = new List<PathPlan>();
        var all = new List<OperationPlan>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in root.RequiredMap("paths").Entries)
        {
            if (path.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            RequireTemplate(path, item);
            var plans = operations.Load(path, item.Map(), ids);
            all.AddRange(plans);
            var byMethod = plans.ToFrozenDictionary(p => p.Operation.Method, StringComparer.Ordinal);
            paths.AddRange(prefixes.Select(prefix => new PathPlan(prefix + path, byMethod)));
        }

        schemas.Complete();
        var table = new PathTable(paths);
        var document = new ContractDocument((method, path) => table.Match(method, path).Plan?.Operation)
        {
            Name = text.Name,
            Title = root.RequiredMap("info").RequiredTextOf("title"),
            Servers = [.. root.ItemsOf("servers").Select(s => s.Map().RequiredTextOf("url"))],
            Operations = [.. all.Select(p => p.Operation)],
            SecuritySchemes = schemes,
            Extensions = root.ExtensionElements(),
        };
        return (table, document);
    }

    private static void RequireVersion(SourceNode root)
    {
        if (root["swagger"] is { } swagger)
        {
            throw swagger.Error(
                $"Swagger {Excerpt.Shorten(swagger.Text ?? "")} is not supported; convert the document to OpenAPI 3.0");
        }

        var version = root["openapi"] ?? throw new ContractDocumentException(
            root.Document.Name, 1, null, "not an OpenAPI document: the key 'openapi' is missing");
        if (version.Text?.StartsWith("3.0.", StringComparison.Ordinal) is not true)
        {
            var number = Excerpt.Shorten(version.Text ?? "");
            throw version.Error($"OpenAPI {number} is not supported; the document has to be OpenAPI 3.0.x");
        }
    }

    private static void RequireTemplate(string path, SourceNode item)
    {
        if (!Regex.IsMatch(path, @"\A/(?:[^{}]|\{[^{}]*\})*\z", RegexOptions.NonBacktracking))
        {
            throw item.Error($"the path {Excerpt.Quote(path)} has to start with / and its braces have to match");
        }
    }

    // The path prefixes of the servers, variables filled with their defaults; a request may use any of them.
    private static string[] ServerPaths(SourceNode root) =>
        [.. root.ItemsOf("servers").Select(Prefix).DefaultIfEmpty("").Distinct()];

    private static string Prefix(SourceNode server)
    {
        var url = server.Map().RequiredTextOf("url");
        foreach (var (name, variable) in server.EntriesOf("variables"))
        {
            url = url.Replace($"{{{name}}}", variable.Map().RequiredTextOf("default"), StringComparison.Ordinal);
        }

        return RequestTarget.PathOf(url).TrimEnd('/');
    }
}
