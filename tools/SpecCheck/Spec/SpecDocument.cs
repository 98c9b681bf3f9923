using Fapi.SpecCheck.Commands;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Spec;

/// <summary>An OpenAPI 3 document, with the line of everything that it states.</summary>
internal sealed class SpecDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
    private readonly SpecNode _root;
    private readonly string[] _lines;

    private SpecDocument(string file, string text, SpecNode root)
    {
        File = file;
        _root = root;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        Operations = [.. ReadOperations(root["paths"]!, new SchemaReader(file))];
        ErrorCodes = root["x-error-codes"]?.Items.Select(item => item["code"]?.Text).OfType<string>().ToHashSet() ?? [];
    }

    /// <summary>As given on the command line.</summary>
    public string File { get; }

    public IReadOnlyList<SpecOperation> Operations { get; }

    /// <summary>Exchange codes that the document has an entry for.</summary>
    public IReadOnlySet<string> ErrorCodes { get; }

    public int ErrorCodesLine => _root["x-error-codes"]?.Line ?? 1;

    public int PathsLine => _root["paths"]!.Line;

    /// <summary>Reusable parts: <c>parameters</c>, <c>responses</c>, <c>headers</c> and so on.</summary>
    public SpecNode? Components(string kind) => _root["components"]?[kind];

    public IEnumerable<string> Tags => _root["tags"]?.Items.Select(tag => tag["name"]?.Text).OfType<string>() ?? [];

    /// <summary>Parameters that operations refer to, by the key that they have under <c>components</c>.</summary>
    public IEnumerable<(string Key, SpecParameter Parameter)> SharedParameters =>
        from entry in Components("parameters")?.Entries ?? []
        from parameter in SpecParameter.Read([entry.Value])
        select (entry.Name, parameter);

    /// <summary>The headers that the first operation's answer refers to.</summary>
    public IEnumerable<(string Name, string Target)> SharedHeaders =>
        from header in Operations.Take(1).SelectMany(one => one.AnswerHeaders)
        from shared in Components("headers")?.Entries ?? []
        where ReferenceEquals(shared.Value.Identity, header.Header.Identity)
        select (header.Name, $"#/components/headers/{shared.Name}");

    /// <summary>The answers other than success that the first operation refers to, as every operation does.</summary>
    public IEnumerable<(string Status, string Target)> SharedAnswers =>
        from answer in Operations.Take(1).SelectMany(one => one.OtherAnswers)
        from shared in Components("responses")?.Entries ?? []
        where ReferenceEquals(shared.Value.Identity, answer.Answer.Identity)
        select (answer.Status, $"#/components/responses/{shared.Name}");

    public string LineText(int line) => line >= 1 && line <= _lines.Length ? _lines[line - 1].Trim() : "";

    /// <exception cref="WrongInputException">The file can't be read or is not an OpenAPI 3 document.</exception>
    public static async Task<SpecDocument> LoadAsync(string file, CancellationToken cancellation)
    {
        var text = await InputFile.ReadAsync(file, "spec", "--spec", cancellation);
        var root = ParseYaml(file, text);
        if (root["openapi"]?.Text?.StartsWith("3.", StringComparison.Ordinal) is not true || root["paths"] is null)
            throw new WrongInputException($"{file} is not an OpenAPI 3 document: it needs `openapi: 3.…` and `paths`.");
        return new SpecDocument(file, text, root);
    }

    private static SpecNode ParseYaml(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                var references = new SpecReferences(file, root);
                foreach (var node in root.AllNodes)
                    references.Target(node);
                return new SpecNode(root, 1, references);
            }
        }
        catch (YamlException error)
        {
            throw new WrongInputException(
                $"{file} line {error.Start.Line}: not valid YAML: {Sentence.FirstLine(error.Message)}");
        }

        throw new WrongInputException($"{file} is not an OpenAPI 3 document: it holds no mapping.");
    }

    private static IEnumerable<SpecOperation> ReadOperations(SpecNode paths, SchemaReader schemas) =>
        from path in paths.Entries
        from method in path.Value.Entries
        where Methods.Contains(method.Name)
        select new SpecOperation(
            method.Name.ToUpperInvariant(), path.Name, method.Value, path.Value["parameters"], schemas);
}
