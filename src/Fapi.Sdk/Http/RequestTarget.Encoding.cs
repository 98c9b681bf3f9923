using System.Buffers;
using System.Text;

namespace Fapi.Sdk.Http;

// Percent-encoding into the buffer.
internal sealed partial class RequestTarget
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private RequestTarget AppendEscaped(string value, string name)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] >= 0x80)
            {
                AppendNonAscii(value.Substring(i), name);
                break;
            }

            AppendEscaped((byte)value[i]);
        }

        return this;
    }

    private void AppendNonAscii(string value, string name)
    {
        try
        {
            foreach (var b in StrictUtf8.GetBytes(value))
            {
                AppendEscaped(b);
            }
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException($"{name} holds half of a surrogate pair, which is not a character. Nothing was sent.", name);
        }
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
        Append((byte)'%');
        Append((byte)hex[value >> 4]);
        Append((byte)hex[value & 0xF]);
    }

    private RequestTarget Append(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
        return this;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
