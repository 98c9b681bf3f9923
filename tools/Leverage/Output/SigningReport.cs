using Fapi.Leverage.Tool.Calls;
using Spectre.Console;

namespace Fapi.Leverage.Tool.Output;

/// <summary>The signing of a request, for people; long texts stand below the table, to be copied.</summary>
internal static class SigningReport
{
    private const int BytesPerLine = 16;

    internal static void AddRows(Table table, SentRequest sent, Signing signing)
    {
        TableReport.Add(table, "Signer", sent.Signer);
        if (signing.Secret is { } secret)
        {
            TableReport.Add(table, "Secret", secret);
        }

        TableReport.Add(table, "Signature", $"***, {sent.SignatureLength} characters as sent");
        if (signing is { Stamp: { } stamp, Age: { } age })
        {
            var date = stamp.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
            var line = $"{date} UTC, {(long)age.TotalMilliseconds} ms ago";
            TableReport.Add(table, "Stamp", line, "(this machine's clock; the exchange's was not asked)");
        }

        TableReport.Add(table, "Headers", sent.Headers);
    }

    internal static void WriteTexts(SentRequest sent, TextWriter output) => output.WriteLine($"""

        Request line:
        {sent.Method} {sent.Target} HTTP/1.1

        Signed text, {sent.SignedText.Length} bytes, nothing before or behind it:
        {sent.SignedText}

        {string.Join('\n', Encoding.UTF8.GetBytes(sent.SignedText).Chunk(BytesPerLine).Select(Dump))}

        {Signing.Advice}
        """);

    /// <summary>A line of the hex dump: offset, bytes, characters.</summary>
    private static string Dump(byte[] line, int number)
    {
        var hex = string.Join(' ', line.Select(b => $"{b:x2}"));
        var text = string.Concat(line.Select(b => b is >= (byte)' ' and <= (byte)'~' ? (char)b : '.'));
        return $"{number * BytesPerLine:x4}  {hex,-(BytesPerLine * 3) + 1}  {text}";
    }
}
