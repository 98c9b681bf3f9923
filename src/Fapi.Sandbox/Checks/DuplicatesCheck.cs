using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>-1101 for a parameter that was sent twice, or for more parameters than any operation takes.</summary>
/// <remarks>The same parameter in query and body is not a duplicate: the query wins.</remarks>
internal sealed class DuplicatesCheck(ErrorTable errors) : ICheck
{
    private const int Most = 100;

    public ExchangeResponse? Check(ExchangeCall call)
    {
        var all = call.Parameters.All;
        if (all.Count > Most)
        {
            return errors.Refuse("TOO_MANY_PARAMETERS", $"Too many parameters; at most {Most}, received {all.Count}.");
        }

        var seen = new HashSet<(string, bool)>();
        return all.All(p => seen.Add((p.Name, p.InBody)))
            ? null
            : errors.Refuse("TOO_MANY_PARAMETERS", "A parameter was sent twice.");
    }
}
