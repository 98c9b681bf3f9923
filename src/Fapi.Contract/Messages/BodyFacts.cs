using System.Text.Unicode;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// A body as its documented content type sees it: Media is null when the type is not documented, Problem says why it
// cannot be read, Json is there when it could be and the type is a JSON one.
internal sealed record BodyFacts(MediaPlan? Media, string? Problem, JToken? Json)
{
    // Larger bodies are reported and not read.
    public const int MaxBytes = 4 * 1024 * 1024;

    public static BodyFacts None { get; } = new(null, null, null);

    public string ExpectedSyntax => Media?.Range.IsForm == true ? "a form in UTF-8" : "JSON in UTF-8 (RFC 8259)";

    public static BodyFacts Read(ReadOnlyMemory<byte> body, string? contentType, MediaPlan[] documented)
    {
        if (body.IsEmpty || contentType is null)
        {
            return None;
        }

        var sent = MediaRange.Parse(contentType);
        var media = Array.Find(documented, m => m.Range.Covers(sent));
        if (body.Length > MaxBytes)
        {
            return new(media, $"{body.Length} bytes; more than {MaxBytes} are not read", null);
        }

        if (media is null || !sent.IsJson)
        {
            return new(media, sent.IsForm && !Utf8.IsValid(body.Span) ? JsonReading.NotUtf8 : null, null);
        }

        var json = JsonReading.Read(body.Span, out var problem);
        return new(media, problem, json);
    }
}
