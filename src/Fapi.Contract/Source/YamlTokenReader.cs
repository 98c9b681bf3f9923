using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// YAML as a stream of JSON tokens with line numbers, so that the tree built from it knows its lines. Anchors are
// replayed as events; the cap keeps nested aliases from growing without bound.
internal sealed class YamlTokenReader : JsonReader, IJsonLineInfo
{
    private const int MaxAliased = 100_000;
    private readonly List<ParsingEvent> _events;
    private readonly Dictionary<string, int> _anchors = [];
    private readonly Stack<int> _returns = new();
    private readonly Stack<Place> _places = new();
    private int _position;
    private int _aliased;

    public YamlTokenReader(TextReader text)
    {
        MaxDepth = DocumentReader.MaxDepth;
        _events = YamlEvents.Read(text);
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
        while (_position < _events.Count)
        {
            var current = _events[_position];
            if (_returns.Count > 0 && ++_aliased > MaxAliased)
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
                _anchors[node.Anchor.Value] = _position;
            }

            _position++;
            Emit(current);
            ReturnFromAlias();
            return true;
        }

        SetToken(JsonToken.None);
        return false;
    }

    private void Follow(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var start))
        {
            throw new YamlException(alias.Start, alias.End, $"the alias '*{alias.Value}' has no anchor");
        }

        _returns.Push(_position + 1);
        _returns.Push(End(start));
        _position = start;
    }

    private void ReturnFromAlias()
    {
        while (_returns.Count > 0 && _position == _returns.Peek())
        {
            _returns.Pop();
            _position = _returns.Pop();
        }
    }

    private int End(int start)
    {
        var (end, depth) = (start, 0);
        do
        {
            depth += _events[end++].NestingIncrease;
        }
        while (depth != 0);
        return end;
    }

    private void Emit(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart:
                BeginValue();
                _places.Push(Place.Key);
                SetToken(JsonToken.StartObject);
                break;
            case SequenceStart:
                BeginValue();
                _places.Push(Place.Item);
                SetToken(JsonToken.StartArray);
                break;
            case MappingEnd:
                _places.Pop();
                SetToken(JsonToken.EndObject);
                break;
            case SequenceEnd:
                _places.Pop();
                SetToken(JsonToken.EndArray);
                break;
            case Scalar scalar when _places.TryPeek(out var place) && place == Place.Key:
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
        if (!_places.TryPeek(out var place) || place == Place.Item)
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
        _places.Pop();
        _places.Push(place);
    }
}
