using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// YAML as a stream of JSON tokens with line numbers, so that the tree built from it knows its lines. Anchors are
// replayed as events; the cap keeps nested aliases from growing without bound.
internal sealed class YamlTokenReader : JsonReader, IJsonLineInfo
{
    private const int MaxAliased = 100_000;
    private readonly List<ParsingEvent> events;
    private readonly Dictionary<string, int> anchors = [];
    private readonly Stack<int> returns = new();
    private readonly Stack<Place> places = new();
    private int position;
    private int aliased;

    public YamlTokenReader(TextReader text)
    {
        MaxDepth = DocumentReader.MaxDepth;
        events = YamlEvents.Read(text);
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
            if (returns.Count > 0 && ++aliased > MaxAliased)
            {
                throw new YamlException(current.Start, current.End, $"aliases expand to more than {MaxAliased} nodes");
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
                var (token, value) = YamlScalar.Read(scalar);
                SetToken(token, value);
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
}
