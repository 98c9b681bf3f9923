namespace Fapi.Sdk.Http;

/// <summary>A <see cref="TextReader"/> over characters that are already in memory.</summary>
internal sealed class CharReader(char[] chars, int length) : TextReader
{
    private int _position;

    /// <summary>All of them, whatever was read.</summary>
    public override string ToString() => new(chars, 0, length);

    public override int Peek() => _position < length ? chars[_position] : -1;

    public override int Read() => _position < length ? chars[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, length - _position);
        Array.Copy(chars, _position, buffer, index, taken);
        _position += taken;
        return taken;
    }
}
