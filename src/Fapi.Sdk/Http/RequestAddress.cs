using System.Text;

namespace Fapi.Sdk.Http;

/// <summary>Makes the address of a request from bytes that are already encoded, and keeps them as they are.</summary>
internal static class RequestAddress
{
#if NET
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    internal static Uri Of(string origin, ReadOnlyMemory<byte> target) => new(
        string.Create(origin.Length + target.Length, (origin, target), static (text, parts) =>
        {
            parts.origin.CopyTo(text);
            Encoding.ASCII.GetChars(parts.target.Span, text.Slice(parts.origin.Length));
        }),
        AsItIs);
#else
    // Escapes of reserved and non-ASCII characters, the only ones in the target, survive the canonicalisation.
    internal static Uri Of(string origin, ReadOnlyMemory<byte> target) => new(origin + Encoding.ASCII.GetString(target.ToArray()));
#endif
}
