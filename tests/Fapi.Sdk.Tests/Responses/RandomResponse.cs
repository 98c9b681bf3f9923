using System.Reflection;
using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Tests.Responses;

/// <summary>Makes responses of a type as they may come, and damages some of them.</summary>
internal sealed class RandomResponse(int seed)
{
    private const int Mutations = 4;

    // So many that the SDK looks for texts that come again.
    private const int Long = 40;

    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "0", "1.", ".5", "-", "1e", "01", "0x1F", "NaN",
            "'a'", "/**/", "//", "\\ud800", "\\u00", "\\'", "\u00A0", "\uFEFF", "\0", "\u000B", "undefined",
            "\"symbol\":"];

    private static readonly string[] Numbers =
        ["0", "-0", "0.0", "-0.0", "1", "-7", "20.0", "2e1", "20.5", "0.1000", "1e-7", "1E+3", "999999999999999999",
            "1000000000000000000", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "2147483648",
            "123456789.123456789", "0.1234567890123456789", "79228162514264337593543950335",
            "79228162514264337593543950336", "0.00000000000000000000000000012345", "1e400", "1e-400", "100000000e-2",
            "12345678901234567890123456789.5", "1.00000000000000000"];

    private static readonly string[] Pieces =
        ["a", "BTC", "USDT", "币安", "é", "\U0001F600", "\\n", "\\\"", "\\\\", "\\u0041", "\\ud83d\\ude00",
            "\\ud800", " ", "\t", "\u0001", "12", "true", "a text that is longer than thirty-two bytes"];

    private readonly Random _random = new(seed);
    private bool _isWild;

    internal byte[] Of(ReadType type)
    {
        _isWild = Chance(2);
        var text = (Chance(20) ? "\uFEFF" : "")
            + Value(type.ItemMayComeAlone && Chance(4) ? type.Item! : type.Type, 0) + Blank();
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var left = Chance(2) ? _random.Next(Mutations) : 0; left > 0 && bytes.Count > 0; left--)
        {
            Mutate(bytes);
        }

        return [.. bytes];
    }

    private void Mutate(List<byte> bytes)
    {
        var place = _random.Next(bytes.Count);
        switch (_random.Next(5))
        {
            case 0:
                bytes[place] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 2:
                bytes.RemoveAt(place);
                break;
            default:
                bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pick(Tokens)));
                break;
        }
    }

    private string Value(Type type, int depth)
    {
        var simple = Nullable.GetUnderlyingType(type) ?? type;
        return Blank() + (_isWild && Chance(30) ? Any(depth)
            : simple == typeof(string) || typeof(IOpenEnum).IsAssignableFrom(simple) ? Text()
            : simple == typeof(bool) ? Pick(["true", "false"])
            : simple == typeof(decimal) ? Pick(Numbers[..22])
            : simple == typeof(int) || simple == typeof(long) ? $"{_random.Next(-9, 100_000)}"
            : simple == typeof(object) ? Any(depth)
            : ReadType.ItemOf(type) is { } item ? Many("[", "]", () => Value(item, depth + 1), Chance(15) ? Long : 4)
            : Model(type, depth));
    }

    private string Model(Type type, int depth)
    {
        var fields = type.GetProperties()
            .Where(property => property.IsDefined(typeof(JsonPropertyAttribute)))
            .Select(property => (property.GetCustomAttribute<JsonPropertyAttribute>()!, property.PropertyType))
            .Where(field => field.Item1.Required == Required.Always ? !_isWild || !Chance(40) : !Chance(3))
            .Select(field =>
                $"{Name(field.Item1.PropertyName!)}{Blank()}:{Value(field.PropertyType, depth + 1)}").ToList();
        for (var i = _random.Next(4); i > 1; i--)
        {
            fields.Insert(_random.Next(fields.Count + 1), $"{Text()}{Blank()}:{Any(depth + 1)}");
        }

        if (Chance(3))
        {
            fields = [.. fields.OrderBy(_ => _random.Next()).Concat(fields.Take(_random.Next(2)))];
        }

        return $"{{{string.Join(',', fields.Select(field => Blank() + field))}{Blank()}}}";
    }

    private string Any(int depth) => _random.Next(depth > 66 ? 4 : 7) switch
    {
        0 => "null",
        1 => Pick(["true", "false"]),
        2 => Pick(Numbers),
        3 => Text(),
        4 => Many("{", "}", () => $"{Text()}:{Any(depth + 1)}"),
        5 => Many("[", "]", () => Any(depth + 1)),
        _ => Chance(10) ? Deep(_random.Next(58, 68) - depth) : Pick([$"\"{Pick(Numbers)}\"", "\"true\"", "\" 5 \""]),
    };

    private static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    private string Many(string open, string close, Func<string> item, int fewerThan = 4)
    {
        var items = Enumerable.Range(0, _random.Next(fewerThan)).Select(_ => Blank() + item());
        return $"{open}{string.Join(',', items)}{Blank()}{close}";
    }

    private string Name(string name) => Chance(20)
        ? $"\"\\u{(int)name[0]:x4}{name[1..]}\"" : $"\"{name}\"";

    private string Text() =>
        $"\"{string.Concat(Enumerable.Range(0, _random.Next(4)).Select(_ => Pick(Pieces)))}\"";

    private string Blank() => Chance(10) ? Pick([" ", "\n", "\r\n ", "\t"]) : "";

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private bool Chance(int of) => _random.Next(of) == 0;
}
