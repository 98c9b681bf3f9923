namespace Fapi.SpecCheck.Read.Descriptions;

/// <summary>Collects what could not be read of the values of one parameter.</summary>
internal sealed record ValueReport(string Name, List<string> Problems)
{
    public bool HasProblem => Problems.Exists(one => one.StartsWith($"{Name}: ", StringComparison.Ordinal));

    public void Unread(string what, string text)
    {
        var quote = text.Trim(' ', ';', '\n');
        Problems.Add($"{Name}: its {what} can't be read from \"{(quote.Length > 80 ? quote[..80] + "…" : quote)}\".");
    }
}
