using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

internal static class SecurityLoader
{
    private const string Authorization = "Authorization";

    public static Dictionary<string, ContractSecurityScheme> Schemes(SourceTree source) =>
        source.Root["components"] is { } components
            ? source.Entries(source.Map(components), "securitySchemes").ToDictionary(
                p => p.Name,
                p => Scheme(source, p.Name, source.Resolve(p.Value)))
            : [];

    // The security of an operation stands before that of the document; an empty alternative means that none is needed.
    public static List<IReadOnlyList<ContractSecurityScheme>> Alternatives(
        SourceTree source, JObject operation, IReadOnlyDictionary<string, ContractSecurityScheme> schemes)
    {
        var holder = operation.ContainsKey("security") ? operation : source.Root;
        return
        [
            .. source.Items(holder, "security").Select(alternative => source.Map(alternative).Properties()
                .Select(p => schemes.TryGetValue(p.Name, out var scheme)
                    ? scheme
                    : throw source.Error(p.Value, $"there is no security scheme {Excerpt.Quoted(p.Name)}"))
                .ToArray()),
        ];
    }

    private static ContractSecurityScheme Scheme(SourceTree source, string key, JObject scheme) =>
        source.RequiredText(scheme, "type") switch
    {
        "apiKey" when source.RequiredText(scheme, "in") is "header" or "query" or "cookie" =>
            new(key, "apiKey", source.RequiredText(scheme, "in"), source.RequiredText(scheme, "name"), null),
        "http" => new(key, "http", "header", Authorization, source.RequiredText(scheme, "scheme")),
        "oauth2" => new(key, "oauth2", "header", Authorization, "Bearer"),
        "openIdConnect" => new(key, "openIdConnect", "header", Authorization, "Bearer"),
        var type => throw source.Error(scheme, $"{Excerpt.Quoted(type)} is not a security scheme of OpenAPI 3.0"),
    };
}
