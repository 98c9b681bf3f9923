using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.Leverage;

/// <summary>One line of a journal, a JSON object with a time and some of these.</summary>
/// <param name="Run">The plan whose run begins here.</param>
/// <param name="Account">The account of the run.</param>
/// <param name="Begin">The change that begins here.</param>
/// <param name="End">The change that ends here.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Complete">The plan whose run is complete: nothing of it is left to do or unknown.</param>
internal sealed record JournalLine(
    string? Run = null, string? Account = null, string? Begin = null, string? End = null, string? Outcome = null,
    string? Complete = null)
{
    private static readonly JsonSerializerOptions Json =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal bool ProvesDone =>
        Outcome is nameof(ChangeOutcome.Done) or nameof(ChangeOutcome.AlreadySo) or nameof(ChangeOutcome.Clamped);

    internal byte[] ToUtf8(DateTimeOffset now)
    {
        var fields = new KeyValuePair<string, JsonNode?>[]
        {
            new("at", now), new("run", Run), new("account", Account), new("begin", Begin), new("end", End),
            new("outcome", Outcome), new("complete", Complete),
        };
        var line = new JsonObject(fields.Where(field => field.Value is not null));
        return Encoding.UTF8.GetBytes(line.ToJsonString(Json) + "\n");
    }

    /// <returns>The line; null when it is none of a journal.</returns>
    internal static JournalLine? TryRead(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            string? Value(string name) =>
                json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            var line = new JournalLine(
                Value("run"), Value("account"), Value("begin"), Value("end"), Value("outcome"), Value("complete"));
            return line == new JournalLine() ? null : line;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
