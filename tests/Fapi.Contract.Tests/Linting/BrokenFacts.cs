using Regeneration.Tests.Support;

namespace Fapi.Contract.Tests.Linting;

/// <summary>Extensions of the document that say nothing that C# could do.</summary>
internal static class BrokenFacts
{
    internal static IReadOnlyList<BrokenSpec> All { get; } =
    [
        Code("code in words", "{ code: many, name: X, meaning: m, action: a }",
            "Code 'many' of 'x-error-codes' is 'many'; it has to be a whole number."),
        Code("code that is there twice", "{ code: -1000, name: X, meaning: m, action: a }",
            "Code '-1000' of 'x-error-codes' is there twice.", "- { code: -1000, name: UNKNOWN"),
        Code("code of a name that is taken", "{ code: -9, name: EXPLAIN, meaning: m, action: a }",
            "Code '-9' of 'x-error-codes' would be Explain in C#"),
        Code("code of a scope that is none", "{ code: -9, name: NINE, meaning: m, action: a, scope: world }",
            "Code '-9' of 'x-error-codes' has the scope 'world'; it is state, account or none."),
        Code("code without an action", "{ code: -9, name: NINE, meaning: m }",
            "Code '-9' of 'x-error-codes' lacks its meaning or its action."),
        Code("code without a meaning", "{ code: -9, name: NINE, action: a }",
            "Code '-9' of 'x-error-codes' lacks its meaning or its action."),
        Code("code of the name of its class", "{ code: -9, name: FAPI_ERROR_CODES, meaning: m, action: a }",
            "Code '-9' of 'x-error-codes' would be FapiErrorCodes in C#"),
        Code("code of a name that is none", "{ code: -9, name: 'A B', meaning: m, action: a }",
            "Code '-9' of 'x-error-codes' cannot be made into a name in C#."),
        Outcome("outcome without a condition", "{ outcome: Banned }",
            "Rule 'Banned' of 'x-outcomes' has neither a status nor a code."),
        Outcome("unknown outcome", "{ status: '418', outcome: Band }",
            "Rule 'Band' of 'x-outcomes' is none of Unknown, Refused, RateLimited, Banned, Unavailable, AlreadySet."),
        Outcome("already so without a code", "{ status: '400', outcome: AlreadySet }",
            "Rule 'AlreadySet' of 'x-outcomes' has no code, which tells that nothing had to change."),
        Outcome("status in words", "{ status: teapot, outcome: Banned }",
            "Status 'teapot' of 'x-outcomes' is 'teapot'; it has to be a whole number."),
        Outcome("code of an outcome in words", "{ code: many, outcome: Banned }",
            "Code 'many' of 'x-outcomes' is 'many'; it has to be a whole number."),
        new("limit in words", spec => spec.WithAfter("\nx-rate-limits:\n", "  - { limit: plenty }\n"), "limit: plenty",
            "Limit 'plenty' of 'x-rate-limits' is 'plenty'; it has to be a whole number."),
        new("environment of two words", spec => spec.With("  Live: *live\n", "  My own: *live\n"), "  My own:",
            "Environment 'My own' of 'x-environments' cannot be made into a name in C#."),
        new("environment of the name of its class", spec => spec.With("  Live: *live\n", "  FapiEnvironments: *live\n"),
            "  FapiEnvironments:",
            "Environment 'FapiEnvironments' of 'x-environments' would be FapiEnvironments in C#"),
        new("environment that is no address", spec => spec.With("  Live: *live\n", "  Live: fapi\n"), "  Live:",
            "Environment 'Live' of 'x-environments' is fapi; it has to be an address that begins with https://."),
        new("environment without https", spec => spec.With("  Live: *live\n", "  Live: http://fapi.binance.com\n"),
            "  Live:",
            "Environment 'Live' of 'x-environments' is http://fapi.binance.com; "
            + "it has to be an address that begins with https://."),
    ];

    private static BrokenSpec Code(string name, string code, string message, string? fault = null) =>
        new(name, spec => spec.WithAfter("\nx-error-codes:\n", $"  - {code}\n"), fault ?? code, message);

    private static BrokenSpec Outcome(string name, string rule, string message) =>
        new(name, spec => spec.With("{ status: '418', outcome: Banned }", rule), rule, message);
}
