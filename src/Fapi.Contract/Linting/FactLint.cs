namespace Fapi.Contract.Linting;

/// <summary>Rules on the extensions of the document: environments, error codes, outcomes and rate limits.</summary>
internal static class FactLint
{
    // Ends in success, so that no failure has it.
    private const string AlreadySet = "AlreadySet";

    public static IEnumerable<LintError> Environments(LintedSpec spec)
    {
        var taken = new HashSet<string> { "FapiEnvironments" };
        return
            from environment in spec.Root.EntriesOf("x-environments")
            from fault in EnvironmentFaults(environment.Name, environment.Value.Text, taken)
            select new LintError(environment.Value, $"Environment '{environment.Name}' of 'x-environments' {fault}");
    }

    public static IEnumerable<LintError> ErrorCodes(LintedSpec spec)
    {
        var names = new HashSet<string> { "FapiErrorCodes", "Explain", "ScopeOf" };
        var codes = new HashSet<string>();
        return
            from entry in spec.Root.ItemsOf("x-error-codes")
            from fault in CodeFaults(entry, names, codes)
            select new LintError(entry, $"Code '{entry["code"]?.Text}' of 'x-error-codes' {fault}");
    }

    public static IEnumerable<LintError> Outcomes(LintedSpec spec) =>
        from rule in spec.Root.ItemsOf("x-outcomes")
        from fault in OutcomeFaults(rule, [.. spec.Code.Outcomes, AlreadySet])
        select new LintError(rule, fault);

    public static IEnumerable<LintError> RateLimits(LintedSpec spec) =>
        from rule in spec.Root.ItemsOf("x-rate-limits")
        let limit = rule["limit"]
        where limit is not { IsWhole: true }
        select new LintError(rule, NotWhole("Limit", limit?.Text, "x-rate-limits"));

    private static IEnumerable<string> EnvironmentFaults(string name, string? address, HashSet<string> taken)
    {
        if (CSharpName.Take(name, taken) is { } reason)
        {
            yield return $"{reason}. Change the name.";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"is {address}; it has to be an address that begins with https://.";
        }
    }

    private static IEnumerable<string> CodeFaults(SourceNode entry, HashSet<string> names, HashSet<string> codes)
    {
        var code = entry["code"];
        if (code is not { IsWhole: true })
        {
            yield return $"is '{code?.Text}'; it has to be a whole number.";
        }
        else if (!codes.Add(code.Text!))
        {
            yield return "is there twice.";
        }

        if (CSharpName.Take(CSharpName.Code(entry), names) is { } reason)
        {
            yield return $"{reason}. Change the name.";
        }

        if (entry["meaning"]?.Text is null || entry["action"]?.Text is null)
        {
            yield return "lacks its meaning or its action.";
        }

        if (entry["scope"] is { Text: not ("state" or "account") } scope)
        {
            yield return $"has the scope '{scope.Text}'; it is state, account or none.";
        }
    }

    private static IEnumerable<string> OutcomeFaults(SourceNode rule, string[] known)
    {
        var (outcome, status, code) = (rule["outcome"]?.Text, rule["status"]?.Text, rule["code"]);
        if (!known.Contains(outcome))
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' is none of {string.Join(", ", known)}.";
        }

        if (outcome == AlreadySet && code is null)
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' has no code, which tells that nothing had to change.";
        }
        else if (status is null && code is null)
        {
            yield return $"Rule '{outcome}' of 'x-outcomes' has neither a status nor a code.";
        }

        var digits = status?.Replace("XX", "00", StringComparison.Ordinal);
        if (digits is not null && !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            yield return NotWhole("Status", status, "x-outcomes");
        }

        if (code is { IsWhole: false })
        {
            yield return NotWhole("Code", code.Text, "x-outcomes");
        }
    }

    private static string NotWhole(string what, string? value, string list) =>
        $"{what} '{value}' of '{list}' is '{value}'; it has to be a whole number.";
}
