using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), which OpenAPI prescribes.
internal static class YamlScalar
{
    public static (JsonToken Token, object? Value) Read(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
        {
            return (JsonToken.String, text);
        }

        if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            return (JsonToken.Null, null);
        }

        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return (JsonToken.Boolean, text[0] is 't' or 'T');
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return (JsonToken.Integer, integer);
        }

        return IsFloat(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (JsonToken.Float, number)
            : (JsonToken.String, text);
    }

    private static bool IsFloat(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
