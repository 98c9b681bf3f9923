using System.Text.Json;

namespace Fapi.Benchmarks.Clients;

/// <summary>Reads a response token by token.</summary>
internal static class FloorReader
{
    internal static LeverageResponse Read(ReadOnlySpan<byte> json)
    {
        var (symbol, leverage, maxNotionalValue) = ("", 0, "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("leverage"u8))
            {
                reader.Read();
                leverage = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("maxNotionalValue"u8))
            {
                reader.Read();
                maxNotionalValue = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("symbol"u8))
            {
                reader.Read();
                symbol = reader.GetString()!;
            }
            else
            {
                reader.Skip();
            }
        }

        return new LeverageResponse { Symbol = symbol, Leverage = leverage, MaxNotionalValue = maxNotionalValue };
    }

    internal static ExchangeError ReadError(ReadOnlySpan<byte> json)
    {
        var (code, message) = (0, "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = reader.ValueTextEquals("code"u8);
            reader.Read();
            (code, message) = isCode ? (reader.GetInt32(), message) : (code, reader.GetString()!);
        }

        return new ExchangeError { Code = code, Message = message };
    }
}
