using System.Globalization;
using System.Text;

namespace Fapi.Leverage.Output;

/// <summary>Bytes of a text, sixteen a line: offset, hex, characters.</summary>
internal static class HexDump
{
    private const int BytesPerLine = 16;

    internal static IEnumerable<string> Lines(string text) =>
        Encoding.UTF8.GetBytes(text).Chunk(BytesPerLine).Select((line, number) => string.Create(
            CultureInfo.InvariantCulture,
            $"{number * BytesPerLine:x4}  {string.Join(' ', line.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))),-(BytesPerLine * 3) + 1}  {Characters(line)}"));

    private static string Characters(byte[] line) => string.Concat(line.Select(b => b is >= (byte)' ' and <= (byte)'~' ? (char)b : '.'));
}
