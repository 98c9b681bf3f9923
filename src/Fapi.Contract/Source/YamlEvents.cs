using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// The events of the one YAML document in a stream, checked for depth: the parser's time grows with its square.
internal static class YamlEvents
{
    public static List<ParsingEvent> Read(TextReader text)
    {
        var events = new List<ParsingEvent>();
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
                throw new YamlException(
                    current.Start,
                    current.End,
                    "there is more than one YAML document in the stream");
            }

            depth += current.NestingIncrease;
            if (depth > DocumentReader.MaxDepth + 2)
            {
                throw new YamlException(current.Start, current.End, $"more than {DocumentReader.MaxDepth} levels");
            }
        }

        return events;
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
}
