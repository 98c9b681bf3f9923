namespace Fapi.Contract.Tests;

public sealed class RuleTests
{
    private const string Ok = "GET /v1/items?limit=5";
    private const string Key = "\nX-Key: k";

    // For each rule on requests: a request that breaks it and nothing else, and its neighbour that keeps to all.
    private static readonly Dictionary<string, (string Wrong, string Right)> Requests = new()
    {
        ["request-target"] = ("GET /v1/items?limit=5&name=ab<" + Key, "GET /v1/items?limit=5&name=ab%3C" + Key),
        ["header-syntax"] = (Ok + Key + "\nX-Note: a\rInjected", Ok + Key + "\nX-Note: a\tb"),
        ["percent-encoding"] = ("GET /v1/items?limit=5&name=%ZZ" + Key, "GET /v1/items?limit=5&name=%20%C3%A4" + Key),
        ["operation-unknown"] = ("GET /v1/itens" + Key, Ok + Key),
        ["method-undocumented"] = ("DELETE /v1/items" + Key, Ok + Key),
        ["parameter-missing"] = ("GET /v1/items?sort=asc" + Key, Ok + "&sort=asc" + Key),
        ["parameter-undocumented"] = (Ok + "&colour=red" + Key, Ok + "&name=red" + Key),
        ["parameter-repeated"] = (Ok + "&sort=asc&sort=asc" + Key, Ok + "&ids=1&ids=2" + Key),
        ["parameter-style"] = (Ok + "&words=a,b" + Key, Ok + "&words=a&words=b" + Key),
        ["parameter-type"] = ("GET /v1/items?limit=five" + Key, Ok + Key),
        ["parameter-format"] = (Ok + "&since=yesterday" + Key, Ok + "&since=2026-01-15T07:00:00Z" + Key),
        ["parameter-range"] = ("GET /v1/items?limit=101" + Key, "GET /v1/items?limit=100" + Key),
        ["parameter-enum"] = (Ok + "&sort=ASC" + Key, Ok + "&sort=desc" + Key),
        ["parameter-length"] = (Ok + "&name=abcde" + Key, Ok + "&name=abcd" + Key),
        ["parameter-pattern"] = (Ok + "&code=Ab" + Key, Ok + "&code=AB" + Key),
        ["parameter-items"] = (Ok + "&ids=1&ids=2&ids=1" + Key, Ok + "&ids=1&ids=2&ids=3" + Key),
        ["parameter-schema"] = (Ok + "&price[above]=1" + Key, Ok + "&price[from]=1&price[to]=2.5" + Key),
        ["signature-last"] = ("GET /v1/items?proof=x&limit=5" + Key, "GET /v1/items?limit=5&proof=x" + Key),
        ["security-missing"] = (Ok, Ok + Key),
        ["security-unexpected"] = ("GET /v1/items/7" + Key, "GET /v1/items/7"),
        ["security-repeated"] = (Ok + Key + Key, Ok + Key),
        ["request-body-missing"] = ("POST /v1/items" + Key, Json("""{"name":"a"}""")),
        ["request-body-unexpected"] = (Ok + Key + "\n\nbody", Ok + Key + "\n\n"),
        ["request-content-type"] = (
            Json("""{"name":"a"}""", "text/plain"),
            Json("""{"name":"a"}""", "Application/JSON; charset=utf-8")),
        ["request-body-syntax"] = (Json("""{'name':'a'}"""), Json("""{"name":"a"}""")),
        ["request-body-schema"] = (Json("""{"name":1}"""), Json("""{"name":"1"}""")),
    };

    // The same for responses to `GET /v1/items`.
    private static readonly Dictionary<string, (string Wrong, string Right)> Responses = new()
    {
        ["status-undocumented"] = ("500", "204"),
        ["response-header-syntax"] = ("204\nX-Note: a\rInjected", "204\nX-Note: a"),
        ["response-header-missing"] = (
            "200\nContent-Type: application/json\n\n[]",
            "200\nContent-Type: application/json\nX-Total: 0\n\n[]"),
        ["response-header-repeated"] = (
            "200\nContent-Type: application/json\nX-Total: 1\nX-Total: 1\n\n[]",
            "200\nContent-Type: application/json\nX-Total: 1\nX-Other: 1\nX-Other: 1\n\n[]"),
        ["response-header-value"] = (
            "200\nContent-Type: application/json\nX-Total: -1\n\n[]",
            "200\nContent-Type: application/json\nX-Total: 1\n\n[]"),
        ["response-content-type"] = (
            "403\nContent-Type: application/json\n\n{}",
            "403\nContent-Type: text/html; charset=utf-8\n\n<p>"),
        ["response-body-missing"] = ("403\nContent-Type: text/html", "403\nContent-Type: text/html\n\nno"),
        ["response-body-unexpected"] = ("204\n\nx", "204\n\n"),
        ["response-body-syntax"] = (
            "200\nContent-Type: application/json\nX-Total: 1\n\n[",
            "200\nContent-Type: application/json\nX-Total: 1\n\n[]"),
        ["response-body-schema"] = (
            "200\nContent-Type: application/json\nX-Total: 1\n\n[{\"name\":null}]",
            "200\nContent-Type: application/json\nX-Total: 1\n\n[{\"name\":\"a\",\"note\":null}]"),
    };

    public static TheoryData<string> RequestRules => [.. Requests.Keys];

    public static TheoryData<string> ResponseRules => [.. Responses.Keys];

    [Fact]
    public void Every_rule_of_the_table_has_a_pair_of_samples() =>
        Assert.Equal(ContractRules.All.Select(r => r.Id), Requests.Keys.Concat(Responses.Keys));

    [Fact]
    public void Rule_ids_are_unique_and_kebab_case_and_described()
    {
        Assert.Equal(ContractRules.All.Count, ContractRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(ContractRules.All, r => Assert.Matches("^[a-z]+(-[a-z]+)+$", r.Id));
        Assert.All(ContractRules.All, r => Assert.EndsWith(".", r.Description, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RequestRules))]
    public void A_request_that_breaks_one_rule_is_found_by_it_alone(string rule) =>
        Assert.Equal([rule], Rules(Samples.Verifier.VerifyRequest(Samples.Request(Requests[rule].Wrong))));

    [Theory]
    [MemberData(nameof(RequestRules))]
    public void Its_neighbour_keeps_to_the_contract(string rule) =>
        Samples.Verifier.VerifyRequest(Samples.Request(Requests[rule].Right)).ThrowIfAny();

    [Theory]
    [MemberData(nameof(ResponseRules))]
    public void A_response_that_breaks_one_rule_is_found_by_it_alone(string rule) =>
        Assert.Equal(
            [rule],
            Rules(Samples.Verifier.VerifyResponse(Samples.Request(Ok + Key), Samples.Response(Responses[rule].Wrong))));

    [Theory]
    [MemberData(nameof(ResponseRules))]
    public void Its_neighbouring_response_keeps_to_the_contract(string rule) =>
        Samples.Verifier.VerifyResponse(Samples.Request(Ok + Key), Samples.Response(Responses[rule].Right))
            .ThrowIfAny();

    private static string Json(string body, string type = "application/json") =>
        $"POST /v1/items{Key}\nContent-Type: {type}\n\n{body}";

    private static IEnumerable<string> Rules(ContractFindings findings) => findings.Select(f => f.Rule).Distinct();
}
