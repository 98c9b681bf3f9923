#if NET
using System.Buffers;
#endif

namespace Fapi.Sdk.Requests;

// Percent-encoding: all but letters, digits, and four more characters.
internal sealed partial class RequestTarget
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

#if NET
    private const string Unreserved = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
    private static readonly SearchValues<char> UnreservedChars = SearchValues.Create(Unreserved);
    private static readonly SearchValues<byte> UnreservedBytes = SearchValues.Create(
        Encoding.ASCII.GetBytes(Unreserved));
#endif

    private RequestTarget AppendEscaped(string value, string name)
    {
#if NET
        // Most values are sent as they are.
        if (!value.AsSpan().ContainsAnyExcept(UnreservedChars))
        {
            return AddPath(value);
        }
#endif
        try
        {
            return AppendEscaped(StrictUtf8.GetBytes(value));
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException(
                $"{name} holds half of a surrogate pair, which is not a character. Nothing was sent.", name);
        }
    }

    private RequestTarget AppendEscaped(ReadOnlySpan<byte> value)
    {
#if NET
        if (!value.ContainsAnyExcept(UnreservedBytes))
        {
            Reserve(value.Length);
            value.CopyTo(_buffer.AsSpan(_length));
            _length += value.Length;
            return this;
        }
#endif
        foreach (var b in value)
        {
            AppendEscaped(b);
        }

        return this;
    }

    private void AppendEscaped(byte value)
    {
        if (value is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9'
            or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
        {
            Append(value);
            return;
        }

        const string hex = "0123456789ABCDEF";
        Append((byte)'%').Append((byte)hex[value >> 4]).Append((byte)hex[value & 0xF]);
    }
}
