using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// YAML to a tree that knows its lines. An alias becomes a copy of what its anchor names; the cap keeps nested aliases
// from growing without bound.
internal sealed class YamlReader
{
    private const int MaxAliased = 100_000;
    private readonly Dictionary<AnchorName, JToken> _anchors = [];
    private readonly Parser _parser;
    private int _aliased;
    private int _depth;

    private YamlReader(TextReader text) => _parser = new Parser(text);

    // Null when there is no document.
    public static JToken? Read(TextReader text)
    {
        var reader = new YamlReader(text);
        reader.Next();
        if (reader.Next() is not DocumentStart)
        {
            return null;
        }

        var root = reader.Value(reader.Next());
        reader.Next();
        return reader.Next() is StreamEnd
            ? root
            : throw reader.Fault("there is more than one YAML document in the stream");
    }

    private JToken Value(ParsingEvent start)
    {
        if (start is AnchorAlias alias)
        {
            return Copy(alias);
        }

        var token = Place.Of(start).Mark<JToken>(start switch
        {
            MappingStart => Map(),
            SequenceStart => List(),
            Scalar scalar => YamlScalar.Read(scalar),
            _ => throw Fault("a value is missing here"),
        });
        if (start is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor] = token;
        }

        return token;
    }

    private JObject Map()
    {
        var map = new JObject();
        for (var key = Next(); key is not MappingEnd; key = Next())
        {
            var name = (key as Scalar)?.Value ?? throw Fault("a key has to be a plain value");
            if (map.ContainsKey(name))
            {
                throw Fault($"the key '{name}' occurs twice");
            }

            map.Add(Place.Of(key).Mark(new JProperty(name, Value(Next()))));
        }

        return map;
    }

    private JArray List()
    {
        var list = new JArray();
        for (var item = Next(); item is not SequenceEnd; item = Next())
        {
            list.Add(Value(item));
        }

        return list;
    }

    private JToken Copy(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var token))
        {
            throw Fault($"the alias '*{alias.Value}' has no anchor");
        }

        _aliased += token is JContainer container ? container.DescendantsAndSelf().Count() : 1;
        return _aliased > MaxAliased
            ? throw Fault($"aliases expand to more than {MaxAliased} nodes")
            : token.DeepClone();
    }

    // The depth is checked here, since the parser's time grows with its square.
    private ParsingEvent Next()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            // The scanner throws this for some plain scalars in an unfinished flow mapping.
            throw Fault("a value cannot be read after this place", e);
        }

        var current = _parser.Current!;
        _depth += current.NestingIncrease;
        return _depth <= DocumentReader.MaxDepth + 2
            ? current
            : throw Fault($"more than {DocumentReader.MaxDepth} levels");
    }

    private YamlException Fault(string reason, Exception? inner = null)
    {
        var (start, end) = _parser.Current is { } current ? (current.Start, current.End) : (Mark.Empty, Mark.Empty);
        return new YamlException(start, end, reason, inner);
    }
}

// Line and column of a token; Newtonsoft's own are for its readers alone to set.
internal sealed record Place(int LineNumber, int LinePosition) : IJsonLineInfo
{
    public bool HasLineInfo() => true;

    public static Place Of(ParsingEvent e) => new((int)e.Start.Line, (int)e.Start.Column);

    public T Mark<T>(T token) where T : JToken
    {
        token.AddAnnotation(this);
        return token;
    }
}

// YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), which OpenAPI prescribes.
internal static class YamlScalar
{
    public static JValue Read(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? ReadPlain(scalar.Value) : new JValue(scalar.Value);

    private static JValue ReadPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => JValue.CreateNull(),
        "true" or "True" or "TRUE" => new JValue(true),
        "false" or "False" or "FALSE" => new JValue(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) =>
            new JValue(integer),
        _ when IsFloat(text)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            new JValue(number),
        _ => new JValue(text),
    };

    private static bool IsFloat(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
