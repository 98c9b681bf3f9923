using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fapi.Contract.Source;

// YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), which OpenAPI prescribes.
internal static class YamlScalar
{
    public static JValue Read(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? ReadPlain(scalar.Value) : new JValue(scalar.Value);

    private static JValue ReadPlain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
        {
            return JValue.CreateNull();
        }

        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return new JValue(text[0] is 't' or 'T');
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return new JValue(integer);
        }

        return IsFloat(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new JValue(number)
            : new JValue(text);
    }

    private static bool IsFloat(string text) =>
        text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
