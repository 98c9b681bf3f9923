namespace Fapi.Contract.Loading;

internal static class SecurityLoader
{
    private const string Authorization = "Authorization";

    public static Dictionary<string, ContractSecurityScheme> Schemes(SourceNode root) =>
        (root["components"]?.Map().EntriesOf("securitySchemes") ?? [])
            .ToDictionary(e => e.Name, e => Scheme(e.Name, e.Value.Map()));

    // The security of an operation stands before that of the document; an empty alternative means that none is needed.
    public static List<IReadOnlyList<ContractSecurityScheme>> Alternatives(
        SourceNode root, SourceNode operation, IReadOnlyDictionary<string, ContractSecurityScheme> schemes)
    {
        var holder = operation["security"] is null ? root : operation;
        return
        [
            .. holder.ItemsOf("security").Select(alternative => alternative.Map().Entries
                .Select(e => schemes.TryGetValue(e.Name, out var scheme)
                    ? scheme
                    : throw e.Value.Error($"there is no security scheme {Excerpt.Quote(e.Name)}"))
                .ToArray()),
        ];
    }

    private static ContractSecurityScheme Scheme(string key, SourceNode scheme) => scheme.RequiredTextOf("type") switch
    {
        "apiKey" when scheme.RequiredTextOf("in") is "header" or "query" or "cookie" =>
            new(key, "apiKey", scheme.RequiredTextOf("in"), scheme.RequiredTextOf("name"), null),
        "http" => new(key, "http", "header", Authorization, scheme.RequiredTextOf("scheme")),
        "oauth2" => new(key, "oauth2", "header", Authorization, "Bearer"),
        "openIdConnect" => new(key, "openIdConnect", "header", Authorization, "Bearer"),
        var type => throw scheme.Error($"{Excerpt.Quote(type)} is not a security scheme of OpenAPI 3.0"),
    };
}
