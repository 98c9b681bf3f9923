namespace Fapi.Leverage;

/// <summary>What the command reads from and writes to.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In, bool CanAsk, Func<string, string?> Variable)
{
    internal static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        Console.In,
        CanAsk: !Console.IsInputRedirected && !Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable);
}
