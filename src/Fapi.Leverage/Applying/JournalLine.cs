using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fapi.Leverage;

/// <summary>One line of a journal, a JSON object with a time and some of these.</summary>
internal sealed record JournalLine
{
    public DateTimeOffset? At { get; init; }

    /// <summary>The plan whose run begins here.</summary>
    public string? Run { get; init; }

    /// <summary>The account of the run.</summary>
    public string? Account { get; init; }

    /// <summary>The change that begins here.</summary>
    public string? Begin { get; init; }

    /// <summary>The change that ends here.</summary>
    public string? End { get; init; }

    /// <summary>Its outcome.</summary>
    public string? Outcome { get; init; }

    /// <summary>The plan whose run is complete: nothing of it is left to do or unknown.</summary>
    public string? Complete { get; init; }

    internal bool ProvesDone =>
        Outcome is nameof(ChangeOutcome.Done) or nameof(ChangeOutcome.AlreadySo) or nameof(ChangeOutcome.Clamped);

    internal byte[] ToUtf8(DateTimeOffset now) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this with { At = now }, JournalJson.OfLines.JournalLine), (byte)'\n'];

    /// <returns>The line; null when it is none of a journal.</returns>
    internal static JournalLine? TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var line = JsonSerializer.Deserialize(utf8, JournalJson.OfLines.JournalLine);
            return line == new JournalLine { At = line?.At } ? null : line;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    internal static JournalJson OfLines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
