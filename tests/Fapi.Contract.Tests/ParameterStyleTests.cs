namespace Fapi.Contract.Tests;

public sealed class ParameterStyleTests
{
    private const string Numbers = "schema: { type: array, items: { type: integer } }";
    private const string Point =
        "schema: { type: object, additionalProperties: false, required: [x], "
        + "properties: { x: { type: integer }, y: { type: integer } } }";

    // A parameter p, a request that writes it as its style wants, and one that does not.
    [Theory]
    [InlineData("in: query, " + Numbers, "/a?p=1&p=2", "/a?p=1&p=x")]
    [InlineData("in: query, explode: false, " + Numbers, "/a?p=1,2", "/a?p=1&p=2")]
    [InlineData("in: query, explode: false, " + Numbers, "/a?p=", "/a?p=1%202")]
    [InlineData("in: query, style: spaceDelimited, explode: false, " + Numbers, "/a?p=1%202", "/a?p=1,2")]
    [InlineData("in: query, style: pipeDelimited, explode: false, " + Numbers, "/a?p=1|2", "/a?p=1,2")]
    [InlineData("in: query, style: pipeDelimited, explode: false, " + Numbers, "/a?p=1%7C2", "/a?p=[1,2]")]
    [InlineData("in: query, style: deepObject, " + Point, "/a?p[x]=1&p%5By%5D=2", "/a?p[x]=1&p[x]=2")]
    [InlineData("in: query, style: deepObject, " + Point, "/a?p[x]=1", "/a?p[y]=1")]
    [InlineData("in: query, " + Point, "/a?x=1&y=2", "/a?x=1&z=2")]
    [InlineData("in: query, explode: false, " + Point, "/a?p=x,1,y,2", "/a?p=x,one")]
    [InlineData("in: query, content: { application/json: { schema: { type: integer } } }", "/a?p=5", "/a?p=%225%22")]
    [InlineData("in: query, allowEmptyValue: true, schema: { type: integer }", "/a?p", "/a?p=x")]
    [InlineData("in: query, schema: { type: integer }", "/a?p=-5", "/a?p=+5")]
    [InlineData("in: query, schema: { type: integer }", "/a?p=0", "/a?p=05")]
    [InlineData("in: query, schema: { type: number }", "/a?p=1.5e3", "/a?p=.5")]
    [InlineData("in: query, schema: { type: boolean }", "/a?p=true", "/a?p=True")]
    [InlineData(
        "in: query, schema: { oneOf: [{ type: integer }, { type: string, enum: [all] }] }", "/a?p=all", "/a?p=some")]
    [InlineData("in: query, schema: { type: string, pattern: '^ä b$' }", "/a?p=%C3%A4+b", "/a?p=%C3%A4%2Bb")]
    [InlineData("in: header, " + Numbers, "/a\np: 1, 2", "/a\np: 1; 2")]
    [InlineData("in: header, schema: { type: integer }", "/a\nP: 1", "/a\nP: 1\np: 1")]
    [InlineData("in: cookie, schema: { type: integer }", "/a\nCookie: q=x; p=1", "/a\nCookie: p=x")]
    public void A_value_is_read_by_its_style(string parameter, string right, string wrong)
    {
        var verifier = Samples.Load($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /a: { get: { parameters: [{ name: p, {{parameter}} }], responses: {} } } }
            """);
        verifier.VerifyRequest(Samples.Request("GET " + right)).ThrowIfAny();
        Assert.NotEmpty(verifier.VerifyRequest(Samples.Request("GET " + wrong)));
    }

    [Theory]
    [InlineData("/a/{p}", "schema: { type: integer }", "/a/5", "/a/five")]
    [InlineData("/a/{p}", "schema: { type: string }", "/a/x%2Fy", "/a/%zz")]
    [InlineData("/a/{p}", "schema: { type: string }", "/a/x+y", "/a/")]
    [InlineData("/a/{p}.json", "schema: { type: integer }", "/a/5.json", "/a/5.xml")]
    [InlineData("/a/{p}/b", Numbers, "/a/1,2/b", "/a/1;2/b")]
    [InlineData("/a/{p}", "style: label, explode: true, " + Numbers, "/a/.1.2", "/a/.1,2")]
    [InlineData("/a/{p}", "style: matrix, explode: true, " + Numbers, "/a/;p=1;p=2", "/a/;p=1;q=2")]
    [InlineData("/a/{p}", "style: matrix, schema: { type: integer }", "/a/;p=1", "/a/;q=1")]
    public void A_path_parameter_is_read_by_its_template(string template, string parameter, string right, string wrong)
    {
        var verifier = Samples.Load($$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              '{{template}}':
                get:
                  parameters: [{ name: p, in: path, required: true, {{parameter}} }]
                  responses: {}
            """);
        verifier.VerifyRequest(Samples.Request("GET " + right)).ThrowIfAny();
        Assert.NotEmpty(verifier.VerifyRequest(Samples.Request("GET " + wrong)));
    }

    // The fields of a form are checked by the same rules as parameters.
    [Theory]
    [InlineData("name=a+b&count=9", "")]
    [InlineData("name=%C3%A4", "")]
    [InlineData("count=9", "parameter-missing")]
    [InlineData("name=a&count=10", "parameter-range")]
    [InlineData("name=", "parameter-length")]
    [InlineData("name=a&name=b", "parameter-repeated")]
    [InlineData("name=a&other=b", "parameter-undocumented")]
    [InlineData("name=%C3", "percent-encoding")]
    public void A_form_is_checked_field_by_field(string body, string rule) =>
        Assert.Equal(rule, string.Join(' ', Samples.Verifier.VerifyRequest(
            Samples.Request($"POST /v1/items\nX-Key: k\nContent-Type: application/x-www-form-urlencoded\n\n{body}"))
            .Select(f => f.Rule)));

    [Fact]
    public void A_form_that_is_not_UTF8_is_a_finding()
    {
        byte[] body = [.. "name="u8, 0xff];
        var found = Samples.Verifier.VerifyRequest(
            new("POST", "/v1/items", [new("X-Key", "k"), new("Content-Type", "application/x-www-form-urlencoded")],
                body));
        Assert.Contains(found, f => f.Rule == "request-body-syntax");
    }

    [Theory]
    [InlineData("GET", "/v1/items/7", "getItem")]
    [InlineData("GET", "/v1/items", "listItems")]
    [InlineData("GET", "/v1/items?limit=1", "listItems")]
    [InlineData("GET", "http://example.com/v1/items?x", "listItems")]
    [InlineData("GET", "/items", null)]
    [InlineData("GET", "/v1/items/7/8", null)]
    [InlineData("get", "/v1/items", null)]
    [InlineData("GET", "", null)]
    [InlineData("GET", "*", null)]
    public void An_operation_is_found_by_method_and_path(string method, string target, string? id) =>
        Assert.Equal(id, Samples.Verifier.Document.Match(method, target)?.Id);
}
