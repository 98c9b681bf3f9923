using System.Globalization;
using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Loading;

// YAML as a stream of JSON tokens with line numbers, so that the tree built from it knows its lines. Anchors are
// replayed as events; the cap on tokens keeps nested aliases from growing without bound.
internal sealed class YamlTokenReader : JsonReader, IJsonLineInfo
{
    private const int MaxTokens = 1_000_000;
    private readonly List<ParsingEvent> events = [];
    private readonly Dictionary<string, int> anchors = [];
    private readonly Stack<int> returns = new();
    private readonly Stack<Place> places = new();
    private int position;
    private int tokens;

    public YamlTokenReader(TextReader text)
    {
        MaxDepth = DocumentReader.MaxDepth;
        var parser = new Parser(text);
        for (var depth = 0; Advance(parser);)
        {
            var current = parser.Current!;
            if (current is NodeEvent or AnchorAlias or MappingEnd or SequenceEnd)
            {
                events.Add(current);
            }
            else if (current is DocumentStart && events.Count > 0)
            {
                throw new YamlException(current.Start, current.End, "there is more than one YAML document in the stream");
            }

            depth += current.NestingIncrease;
            if (depth > MaxDepth + 2)
            {
                throw new YamlException(current.Start, current.End, $"more than {MaxDepth} levels");
            }
        }
    }

    private enum Place
    {
        Key,
        Value,
        Item,
    }

    public int LineNumber { get; private set; }

    public int LinePosition { get; private set; }

    public bool HasLineInfo() => LineNumber > 0;

    public override bool Read()
    {
        while (position < events.Count)
        {
            var current = events[position];
            if (++tokens > MaxTokens)
            {
                throw new YamlException(current.Start, current.End, $"more than {MaxTokens} nodes after aliases are expanded");
            }

            if (current is AnchorAlias alias)
            {
                Follow(alias);
                continue;
            }

            LineNumber = (int)current.Start.Line;
            LinePosition = (int)current.Start.Column;
            if (current is NodeEvent { Anchor.IsEmpty: false } node)
            {
                anchors[node.Anchor.Value] = position;
            }

            position++;
            Emit(current);
            ReturnFromAlias();
            return true;
        }

        SetToken(JsonToken.None);
        return false;
    }

    // The scanner throws this for some plain scalars in an unfinished flow mapping; it should be a YamlException.
    private static bool Advance(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException e)
        {
            var mark = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(mark, mark, "a value cannot be read after this place", e);
        }
    }

    private void Follow(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var start))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' has no anchor");
        }

        returns.Push(position + 1);
        returns.Push(End(start));
        position = start;
    }

    private void ReturnFromAlias()
    {
        while (returns.Count > 0 && position == returns.Peek())
        {
            returns.Pop();
            position = returns.Pop();
        }
    }

    private int End(int start)
    {
        var depth = 0;
        for (var i = start; ; i++)
        {
            depth += events[i].NestingIncrease;
            if (depth == 0)
            {
                return i + 1;
            }
        }
    }

    private void Emit(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart:
                BeginValue();
                places.Push(Place.Key);
                SetToken(JsonToken.StartObject);
                break;
            case SequenceStart:
                BeginValue();
                places.Push(Place.Item);
                SetToken(JsonToken.StartArray);
                break;
            case MappingEnd:
                places.Pop();
                SetToken(JsonToken.EndObject);
                break;
            case SequenceEnd:
                places.Pop();
                SetToken(JsonToken.EndArray);
                break;
            case Scalar scalar when places.TryPeek(out var place) && place == Place.Key:
                Replace(Place.Value);
                SetToken(JsonToken.PropertyName, scalar.Value);
                break;
            case Scalar scalar:
                BeginValue();
                EmitScalar(scalar);
                break;
        }
    }

    private void BeginValue()
    {
        if (!places.TryPeek(out var place) || place == Place.Item)
        {
            return;
        }

        if (place == Place.Key)
        {
            throw new JsonReaderException("a key has to be a plain value", Path, LineNumber, LinePosition, null);
        }

        Replace(Place.Key);
    }

    private void Replace(Place place)
    {
        places.Pop();
        places.Push(place);
    }

    // YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), which OpenAPI prescribes.
    private void EmitScalar(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
        {
            SetToken(JsonToken.String, text);
        }
        else if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            SetToken(JsonToken.Null);
        }
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            SetToken(JsonToken.Boolean, text[0] is 't' or 'T');
        }
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            SetToken(JsonToken.Integer, integer);
        }
        else if (text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || "+-.eE".Contains(c, StringComparison.Ordinal))
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            SetToken(JsonToken.Float, number);
        }
        else
        {
            SetToken(JsonToken.String, text);
        }
    }
}
