using System.Collections.Frozen;
using Fapi.Contract.Plans;
using Fapi.Contract.Source;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

// Tree to look-up tables: everything that a check needs is worked out here, once.
internal static class DocumentLoader
{
    public static (PathTable Paths, ContractDocument Document) Load(SourceDocument text)
    {
        var (root, name) = ((JObject)text.Root.Token, text.Name);
        var source = new SourceTree(root, name);
        RequireVersion(source);
        var schemas = new SchemaLoader(source);
        var schemes = SecurityLoader.Schemes(source);
        var operations = new OperationLoader(source, schemas, schemes);
        var prefixes = ServerPaths(source);
        var paths = new List<PathPlan>();
        var all = new List<OperationPlan>();
        foreach (var entry in source.RequiredMap(root, "paths").Properties())
        {
            if (entry.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            RequireTemplate(source, entry);
            var plans = operations.Load(entry.Name, source.Resolve(entry.Value));
            all.AddRange(plans);
            var byMethod = plans.ToFrozenDictionary(p => p.Operation.Method, StringComparer.Ordinal);
            paths.AddRange(prefixes.Select(prefix => new PathPlan(prefix + entry.Name, byMethod)));
        }

        RequireUniqueIds(source, all);
        schemas.Bind();
        var table = new PathTable(paths);
        var document = new ContractDocument(table)
        {
            Name = name,
            Title = source.RequiredText(source.RequiredMap(root, "info"), "title"),
            Servers = [.. source.Items(root, "servers").Select(s => source.RequiredText(source.Map(s), "url"))],
            Operations = [.. all.Select(p => p.Operation)],
            SecuritySchemes = schemes,
            Extensions = SourceTree.Extensions(root),
        };
        return (table, document);
    }

    private static void RequireVersion(SourceTree source)
    {
        if (source.Root["swagger"] is { } swagger)
        {
            throw source.Error(
                swagger,
                $"Swagger {Excerpt.Of(swagger.ToString())} is not supported; convert the document to OpenAPI 3.0");
        }

        var version = source.Root["openapi"] ?? throw new ContractDocumentException(
            source.Name,
            1,
            null,
            "not an OpenAPI document: the key 'openapi' is missing");
        if (!version.ToString().StartsWith("3.0.", StringComparison.Ordinal))
        {
            throw source.Error(
                version,
                $"OpenAPI {Excerpt.Of(version.ToString())} is not supported; the document has to be OpenAPI 3.0.x");
        }
    }

    private static void RequireTemplate(SourceTree source, JProperty entry)
    {
        var depth = 0;
        foreach (var c in entry.Name)
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth is < 0 or > 1)
            {
                break;
            }
        }

        if (depth != 0 || !entry.Name.StartsWith('/'))
        {
            throw source.Error(
                entry.Value,
                $"the path {Excerpt.Quoted(entry.Name)} has to start with / and its braces have to match");
        }
    }

    private static void RequireUniqueIds(SourceTree source, IEnumerable<OperationPlan> plans)
    {
        if (plans.GroupBy(p => p.Operation.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw source.Error(
                source.Root["paths"]!,
                $"the operationId {Excerpt.Quoted(twice.Key)} occurs {twice.Count()} times");
        }
    }

    // The path prefixes of the servers, variables filled with their defaults; a request may use any of them.
    private static string[] ServerPaths(SourceTree source)
    {
        var prefixes = source.Items(source.Root, "servers").Select(s => Prefix(source, source.Map(s)));
        return [.. prefixes.DefaultIfEmpty("").Distinct()];
    }

    private static string Prefix(SourceTree source, JObject server)
    {
        var url = source.RequiredText(server, "url");
        foreach (var variable in source.Entries(server, "variables"))
        {
            url = url.Replace(
                $"{{{variable.Name}}}",
                source.RequiredText(source.Map(variable.Value), "default"),
                StringComparison.Ordinal);
        }

        return Messages.RequestTarget.PathOf(url).TrimEnd('/');
    }
}
