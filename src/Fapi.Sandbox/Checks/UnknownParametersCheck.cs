using Fapi.Sandbox.Operations;

namespace Fapi.Sandbox.Checks;

/// <summary>Refuses parameters that the operation does not take.</summary>
/// <remarks>
/// -1106 for one that the contract knows, but not for this operation; -1101 when the operation takes none at all;
/// -1103 for a single unknown one; -1104 for several.
/// </remarks>
internal sealed class UnknownParametersCheck(ErrorTable errors, ContractDocument document) : ICheck
{
    private readonly HashSet<string> _known =
        [.. document.Operations.SelectMany(o => o.Parameters).Select(p => p.Name)];

    public ExchangeResponse? Check(ExchangeCall call)
    {
        var expected = call.Operation.Parameters;
        var sent = call.Parameters.All;
        var unread = sent.Where(s => !expected.Any(e => e.Name == s.Name)).ToList();
        if (unread.Count == 0)
        {
            return null;
        }

        if (unread.Find(p => _known.Contains(p.Name)) is { } notRequired)
        {
            return errors.Refuse("PARAM_NOT_REQUIRED", $"Parameter '{notRequired.Name}' was sent when not required.");
        }

        if (expected.Count == 0)
        {
            return errors.Refuse("TOO_MANY_PARAMETERS", $"Too many parameters; expected '0', received '{sent.Count}'.");
        }

        return unread.Count == 1
            ? errors.Refuse("UNKNOWN_PARAM")
            : errors.Refuse("UNREAD_PARAMETERS",
                $"Not all parameters were read; read '{sent.Count - unread.Count}' but received '{sent.Count}'.");
    }
}
