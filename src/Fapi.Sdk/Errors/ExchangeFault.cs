using Fapi.Sdk.Responses;
using Newtonsoft.Json;

namespace Fapi.Sdk.Errors;

/// <summary>Code and message of an error response, as far as its body holds them: it may be HTML, empty, cut off or no
/// text.</summary>
internal readonly record struct ExchangeFault(int? Code, string? Message)
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads what is there: an array around it, text for a number and the like do not hide a code.</summary>
    internal static ExchangeFault Parse(string body)
    {
        var (fault, last) = (default(ExchangeFault), default(ExchangeFault));
        // Not JsonConvert, whose settings are the app's.
        using var reader = ResponseReader.Open(body.TrimStart(ByteOrderMark));
        try
        {
            while (reader.Read() && reader.TokenType is JsonToken.StartArray or JsonToken.Comment)
            {
            }

            for (var depth = reader.Depth; reader.TokenType == JsonToken.StartObject || reader.Depth > depth;)
            {
                if (!reader.Read())
                {
                    break;
                }

                // Only now is it certain that the value before was not cut off.
                fault = last;
                if (reader.TokenType == JsonToken.PropertyName && reader.Depth == depth + 1)
                {
                    last = ReadField(last, (string)reader.Value!, reader);
                }
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or OverflowException)
        {
            // Cut off, or no JSON: what was read before stands.
        }

        return fault;
    }

    private static ExchangeFault ReadField(ExchangeFault fault, string name, JsonTextReader reader)
    {
        reader.Read();
        var value = reader.Value;
        reader.Skip();
        return name switch
        {
            "code" when ValueReader.TryParseWhole(value, out var code) && code is >= int.MinValue and <= int.MaxValue =>
                fault with { Code = (int)code },
            "msg" when value is not null =>
                fault with { Message = Convert.ToString(value, CultureInfo.InvariantCulture) },
            _ => fault,
        };
    }
}
