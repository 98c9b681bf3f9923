using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Writes YAML in the style of the spec: blocks for what is long, braces for what is short.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();
    private readonly Emitter _emitter;

    public YamlText()
    {
        _emitter = new Emitter(new StringWriter(_text), new EmitterSettings(2, 200, false, 1024, true, true, "\n"));
        _emitter.Emit(new StreamStart());
        _emitter.Emit(new DocumentStart(null, null, true));
    }

    /// <summary>Ends the document and returns its lines.</summary>
    public IEnumerable<string> Lines()
    {
        _emitter.Emit(new DocumentEnd(true));
        _emitter.Emit(new StreamEnd());
        return _text.ToString().TrimEnd().Split('\n').Select(line => Spaced(line).TrimEnd());
    }

    public YamlText Map(Action content, bool flow = false)
    {
        _emitter.Emit(
            new MappingStart(AnchorName.Empty, TagName.Empty, true, flow ? MappingStyle.Flow : MappingStyle.Block));
        content();
        _emitter.Emit(new MappingEnd());
        return this;
    }

    public YamlText List(Action content, bool flow = false)
    {
        _emitter.Emit(
            new SequenceStart(AnchorName.Empty, TagName.Empty, true, flow ? SequenceStyle.Flow : SequenceStyle.Block));
        content();
        _emitter.Emit(new SequenceEnd());
        return this;
    }

    /// <summary>A key whose value is written next.</summary>
    public YamlText Key(string key) => Text(key);

    public YamlText Entry(string key, string value) => Key(key).Text(value);

    /// <summary>A number or a truth value, which must not be quoted.</summary>
    public YamlText Plain(string key, string value) => Key(key).Unquoted(value);

    public YamlText Unquoted(string value) => Scalar(value, ScalarStyle.Plain);

    /// <summary>A string, quoted where YAML would take it for something else.</summary>
    public YamlText Text(string value) => Scalar(
        value,
        decimal.TryParse(value, out _) || value is "true" or "false" or "null" or "yes" or "no"
            ? ScalarStyle.SingleQuoted : ScalarStyle.Any);

    public YamlText Reference(string target) =>
        Map(() => Key("$ref").Scalar(target, ScalarStyle.SingleQuoted), flow: true);

    public void Comment(string text) => _emitter.Emit(new Comment(text, false));

    private YamlText Scalar(string value, ScalarStyle style)
    {
        _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value, style, true, true));
        return this;
    }

    /// <summary>Blanks inside the braces of a value: <c>{ type: string }</c>, as people write it.</summary>
    private static string Spaced(string line)
    {
        var start = line.IndexOf(": {", StringComparison.Ordinal);
        if (start < 0)
        {
            return line;
        }

        var spaced = new StringBuilder(line[..start]);
        char? quote = null;
        foreach (var c in line[start..])
        {
            if (c is '\'' or '"')
            {
                quote = quote is null ? c : quote == c ? null : quote;
            }

            if (c == '}' && quote is null && spaced[^1] != '{')
            {
                spaced.Append(' ');
            }
            else if (spaced[^1] == '{' && quote is null && c != '}')
            {
                spaced.Append(' ');
            }

            spaced.Append(c);
        }

        return spaced.ToString();
    }
}
