using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.Leverage;

/// <summary>One line of a journal, a JSON object with a time and some of these.</summary>
internal sealed record JournalLine
{
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The plan whose run begins here.</summary>
    internal string? Run { get; init; }

    /// <summary>The account of the run.</summary>
    internal string? Account { get; init; }

    /// <summary>The change that begins here.</summary>
    internal string? Begin { get; init; }

    /// <summary>The change that ends here.</summary>
    internal string? End { get; init; }

    /// <summary>Its outcome.</summary>
    internal string? Outcome { get; init; }

    /// <summary>The plan whose run is complete: nothing of it is left to do or unknown.</summary>
    internal string? Complete { get; init; }

    internal bool ProvesDone =>
        Outcome is nameof(ChangeOutcome.Done) or nameof(ChangeOutcome.AlreadySo) or nameof(ChangeOutcome.Clamped);

    private IEnumerable<KeyValuePair<string, JsonNode?>> Fields =>
        [new("run", Run), new("account", Account), new("begin", Begin), new("end", End), new("outcome", Outcome),
            new("complete", Complete)];

    internal byte[] ToUtf8(DateTimeOffset now)
    {
        var fields = Fields.Where(field => field.Value is not null).Prepend(new("at", now));
        return Encoding.UTF8.GetBytes(new JsonObject(fields).ToJsonString(Json) + "\n");
    }

    /// <returns>The line; null when it is none of a journal.</returns>
    internal static JournalLine? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            string? Value(string name) =>
                json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            var line = new JournalLine
            {
                Run = Value("run"),
                Account = Value("account"),
                Begin = Value("begin"),
                End = Value("end"),
                Outcome = Value("outcome"),
                Complete = Value("complete"),
            };
            return line == new JournalLine() ? null : line;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
