using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Leverage;

/// <summary>Reads YAML, and so JSON, into nodes. Without aliases, so that no text grows when it is read.</summary>
internal sealed class PlanYaml(string yaml, PlanText text)
{
    private const int MaxDepth = 16;
    private readonly Parser _parser = new(new StringReader(yaml.TrimStart((char)0xFEFF)));

    /// <returns>The root; null when there is none.</returns>
    /// <exception cref="LeveragePlanException">It is no YAML, or has an alias.</exception>
    internal PlanNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException e)
        {
            throw Failure(
                e.Start, $"This is no YAML: {e.Message.TrimEnd('.')}. A pattern with * stands in quotes.");
        }
    }

    private PlanNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _) ? root
            : throw Failure(_parser.Current!.Start, "A second document begins here; a plan is one.");
    }

    private PlanNode ReadNode(int depth)
    {
        var start = _parser.Current!.Start;
        if (depth > MaxDepth)
        {
            throw Failure(start, $"This is nested deeper than {MaxDepth} levels.");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw Failure(start, $"*{PlanText.Short(alias.Value.Value)} is an alias, which a plan cannot have. " +
                "A pattern with * stands in quotes.");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            return new PlanScalar(start, scalar.Value, isNull);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<PlanNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(depth + 1));
            }

            return new PlanList(start, items);
        }

        _parser.Consume<MappingStart>();
        var entries = new List<(PlanScalar, PlanNode)>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            entries.Add((key as PlanScalar ?? throw Failure(start, $"The key of a map is {key.Kind} here; it has to " +
                "be a name."), ReadNode(depth + 1)));
        }

        return new PlanMap(start, entries);
    }

    private LeveragePlanException Failure(Mark place, string message) => new([text.At(place, message)]);
}
