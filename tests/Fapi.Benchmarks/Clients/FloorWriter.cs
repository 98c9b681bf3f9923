using System.Buffers.Text;

namespace Fapi.Benchmarks.Clients;

/// <summary>Writes ASCII into a span.</summary>
internal ref struct FloorWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;
    private int _length;

    internal readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    internal void Add(scoped ReadOnlySpan<byte> text) => text.CopyTo(Take(text.Length));

    internal void Add(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer[_length..], out var written);
        _length += written;
    }

    internal void AddEscaped(string text)
    {
        Span<char> escaped = stackalloc char[256];
        Uri.TryEscapeDataString(text, escaped, out var length);
        _length += Encoding.ASCII.GetBytes(escaped[..length], _buffer[_length..]);
    }

    internal Span<byte> Take(int length)
    {
        _length += length;
        return _buffer.Slice(_length - length, length);
    }
}
