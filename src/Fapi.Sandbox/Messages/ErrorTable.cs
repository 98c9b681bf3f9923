using System.Text.Json;

namespace Fapi.Sandbox.Messages;

/// <summary>The exchange codes that the contract lists: number, meaning, and the status that carries each.</summary>
internal sealed class ErrorTable
{
    private const int Banned = 418;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _meanings = [];
    private readonly Dictionary<int, int> _statuses = [];

    public ErrorTable(ContractDocument document)
    {
        foreach (var error in document.Items("x-error-codes"))
        {
            var code = error.GetProperty("code").GetInt32();
            _codes[error.GetProperty("name").GetString()!] = code;
            _meanings[code] = error.GetProperty("meaning").GetString()!;
        }

        foreach (var rule in document.Items("x-outcomes").Where(r => r.TryGetProperty("code", out _)))
        {
            _statuses[rule.GetProperty("code").GetInt32()] = rule.GetProperty("outcome").GetString() switch
            {
                "RateLimited" => 429,
                "Unknown" or "Unavailable" => 503,
                _ => 400,
            };
        }

        // The code of a ban is that of a rate limit; without a ban it comes with the other status.
        foreach (var response in document.Operations.SelectMany(o => o.Responses))
        {
            if (int.TryParse(response.Status, out var status) && status != Banned &&
                response.Example is { ValueKind: JsonValueKind.Object } example &&
                example.TryGetProperty("code", out var code))
            {
                _statuses[code.GetInt32()] = status;
            }
        }
    }

    public ExchangeResponse Refuse(string name, string? message = null, int status = 400)
    {
        var code = _codes.TryGetValue(name, out var known) ? known : throw new InvalidOperationException(
            $"The contract has no {name} in x-error-codes, which the sandbox needs to refuse this request.");
        return ExchangeResponse.FromError(status, code, message ?? _meanings[code]) with { IsRefusal = true };
    }

    public ExchangeResponse RefuseMissing(string parameter) => Refuse(
        "MANDATORY_PARAM_EMPTY_OR_MALFORMED", $"Mandatory parameter '{parameter}' is missing, empty or malformed.");

    public ExchangeResponse RefuseSymbol() => Refuse("BAD_SYMBOL", "Invalid symbol.");

    public ExchangeResponse RefuseLeverage(string sent) => Refuse("INVALID_LEVERAGE", $"Leverage {sent} is not valid");

    public ExchangeResponse RefuseRate(TimeSpan wait) =>
        Refuse("TOO_MANY_REQUESTS", "Too many requests.", 429).WithRetryAfter(wait);

    /// <summary>Refuses a change by the code of this name; confirms it when there is none.</summary>
    public ExchangeResponse Confirm(string? refusal) =>
        refusal is null ? ExchangeResponse.FromError(200, 200, "success") : Refuse(refusal);

    /// <summary>Meaning of a code by the contract, for a fault without a message of its own.</summary>
    public string MeaningOf(int code) => _meanings.GetValueOrDefault(code, "Simulated error.");

    public int StatusOf(int code) => _statuses.GetValueOrDefault(code, 400);
}

internal static class ContractLists
{
    /// <summary>The items of a list that extends the contract; none when it has no such extension.</summary>
    public static IEnumerable<JsonElement> Items(this ContractDocument document, string extension) =>
        document.Extensions.TryGetValue(extension, out var items) ? items.EnumerateArray() : [];
}
