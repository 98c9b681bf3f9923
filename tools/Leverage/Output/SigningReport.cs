using System.Globalization;
using Fapi.Leverage.Calls;
using Spectre.Console;

namespace Fapi.Leverage.Output;

/// <summary>What is signed and how, for people. Long texts stand outside the table: in it they would be wrapped, and could not be copied.</summary>
internal static class SigningReport
{
    internal static void AddRows(Table table, SentRequest sent, Signing signing)
    {
        TableReport.Add(table, "Signer", signing.Signer);
        if (signing.Secret is { } secret)
        {
            TableReport.Add(table, "Secret", secret);
        }

        TableReport.Add(table, "Signature", string.Create(CultureInfo.InvariantCulture, $"***, {sent.SignatureLength} characters as sent"));
        if (signing is { Stamp: { } stamp, Age: { } age })
        {
            TableReport.Add(table, "Stamp", string.Create(CultureInfo.InvariantCulture, $"{stamp:yyyy-MM-dd HH:mm:ss.fff} UTC, {age.TotalMilliseconds:0} ms ago\n(this machine's clock; the exchange's was not asked)"));
        }

        TableReport.Add(table, "Headers", string.Join('\n', sent.Headers));
    }

    internal static void WriteTexts(SentRequest sent, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("Request line:");
        output.WriteLine($"{sent.Method} {sent.Target} HTTP/1.1");
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Signed text, {sent.SignedText.Length} bytes, nothing before or behind it:"));
        output.WriteLine(sent.SignedText);
        output.WriteLine();
        foreach (var line in HexDump.Lines(sent.SignedText))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine(Signing.Advice);
    }
}
