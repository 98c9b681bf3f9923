namespace Fapi.Sandbox.Checks;

/// <summary>The signed bytes: the query as received, followed directly by the body, without the signature.</summary>
internal static class SignedText
{
    /// <returns>Null when the signature is not the last parameter of the query or of the body.</returns>
    public static byte[]? Read(ReceivedRequest request, string signatureName)
    {
        var query = request.Query;
        var body = request.Message.Body.Span;
        if (Cut(query, signatureName) is { } shorter)
        {
            return [.. Encoding.ASCII.GetBytes(shorter), .. body];
        }

        return Cut(Encoding.Latin1.GetString(body), signatureName) is { } form
            ? [.. Encoding.ASCII.GetBytes(query), .. Encoding.Latin1.GetBytes(form)]
            : null;
    }

    private static string? Cut(string text, string signatureName)
    {
        var start = text.LastIndexOf('&');
        return text.AsSpan(start + 1).StartsWith($"{signatureName}=", StringComparison.Ordinal)
            ? text[..Math.Max(start, 0)]
            : null;
    }
}
