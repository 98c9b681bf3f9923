using System.Buffers;
using Fapi.Sandbox.Operations;
using Fapi.Sandbox.State;

namespace Fapi.Sandbox.Checks;

/// <summary>-2014 for a missing or malformed API key, -2015 for one that this exchange does not know.</summary>
/// <remarks>A key of another environment is a key of another exchange: -2015.</remarks>
internal sealed class ApiKeyCheck(ErrorTable errors, SandboxAccounts accounts) : ICheck
{
    private const int Length = 64;
    private static readonly SearchValues<char> Legal =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    public ExchangeResponse? Check(ExchangeCall call)
    {
        if (Header(call.Operation) is not { } header)
        {
            return null;
        }

        var sent = call.Request.Header(header) ?? "";
        if (accounts.Find(sent) is var (key, account))
        {
            call.Key = key;
            call.Account = account;
            return null;
        }

        return sent.Length != Length || sent.AsSpan().ContainsAnyExcept(Legal)
            ? errors.Refuse("BAD_API_KEY_FMT")
            : errors.Refuse("REJECTED_MBX_KEY");
    }

    private static string? Header(ContractOperation operation) => operation.Security
        .SelectMany(alternative => alternative)
        .FirstOrDefault(scheme => scheme is { Type: "apiKey", In: "header" })?.Name;
}
