namespace Fapi.Contract.Tests;

// A document with a bit of everything that OpenAPI 3.0 offers, and messages written as text.
internal static class Samples
{
    public const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        servers: [{ url: 'https://example.com/v1' }]
        security: [{ key: [] }]
        paths:
          /items:
            get:
              operationId: listItems
              parameters:
                - name: limit
                  in: query
                  required: true
                  schema: { type: integer, format: int32, minimum: 1, maximum: 100 }
                - { name: sort, in: query, schema: { type: string, enum: [asc, desc] } }
                - { name: name, in: query, schema: { type: string, minLength: 2, maxLength: 4 } }
                - { name: code, in: query, schema: { type: string, pattern: '^[A-Z]+$' } }
                - { name: since, in: query, schema: { type: string, format: date-time } }
                - name: ids
                  in: query
                  schema: { type: array, items: { type: integer }, maxItems: 3, uniqueItems: true }
                - { name: words, in: query, schema: { type: array, items: { type: string } } }
                - name: tags
                  in: query
                  explode: false
                  schema: { type: array, items: { type: string, enum: [new, old] } }
                - { name: price, in: query, style: deepObject, schema: { $ref: '#/components/schemas/PriceRange' } }
                - { name: X-Trace, in: header, schema: { type: string, format: uuid } }
                - { name: proof, in: query, x-signature: true, schema: { type: string } }
              responses:
                '200':
                  description: The items.
                  headers:
                    X-Total: { required: true, schema: { type: integer, minimum: 0 } }
                  content:
                    application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Item' } } }
                '204': { description: None. }
                4XX: { description: Refused., content: { text/*: { schema: { type: string } } } }
            post:
              operationId: addItem
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Item' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Form' } }
              responses:
                '201': { description: Added. }
          /items/{id}:
            get:
              operationId: getItem
              security: []
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
              responses:
                default: { description: Whatever. }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
          schemas:
            PriceRange:
              type: object
              additionalProperties: false
              properties: { from: { type: number }, to: { type: number } }
            Form:
              type: object
              required: [name]
              properties: { name: { type: string, minLength: 1 }, count: { type: integer, maximum: 9 } }
            Named:
              type: object
              required: [name]
              properties: { name: { type: string } }
            Item:
              allOf:
                - $ref: '#/components/schemas/Named'
                - type: object
                  properties:
                    id: { type: integer, format: int64, readOnly: true }
                    note: { type: string, nullable: true }
                    size: { oneOf: [{ type: integer }, { type: string, enum: [small, large] }] }
                    parent: { $ref: '#/components/schemas/Item' }
        """;

    public static ContractVerifier Verifier { get; } = Load(Document);

    public static ContractVerifier Load(string document, string name = "sample.yaml") =>
        ContractVerifier.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(document)), name);

    // `GET /a?b=c`, then header lines, then after an empty line the body.
    public static RecordedRequest Request(string message)
    {
        var (first, headers, body) = Split(message);
        var space = first.IndexOf(' ', StringComparison.Ordinal);
        return new RecordedRequest(first[..space], first[(space + 1)..], headers, body);
    }

    // `200`, then as in a request.
    public static RecordedResponse Response(string message)
    {
        var (first, headers, body) = Split(message);
        return new RecordedResponse(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture), headers, body);
    }

    private static (string First, List<KeyValuePair<string, string>> Headers, byte[] Body) Split(string message)
    {
        var parts = message.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).Select(h => KeyValuePair.Create(h[0], h[1]));
        return (lines[0], [.. headers], parts.Length == 2 ? Encoding.UTF8.GetBytes(parts[1]) : []);
    }
}
