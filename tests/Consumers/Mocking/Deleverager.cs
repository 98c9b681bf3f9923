using Fapi.Sdk;

namespace Mocking;

/// <summary>The code under test: lowers the leverage of symbols and lists those of which nobody knows.</summary>
internal sealed class Deleverager(IFapiClient client)
{
    public async Task<IReadOnlyList<string>> LowerAsync(params string[] symbols)
    {
        var unknown = new List<string>();
        foreach (var symbol in symbols)
        {
            try
            {
                await client.ChangeInitialLeverageAsync(symbol, 1);
            }
            catch (FapiException e) when (e.Outcome == FapiOutcome.Unknown)
            {
                unknown.Add(symbol);
            }
        }

        return unknown;
    }
}
