namespace Fapi.Contract;

/// <summary>A security scheme of the document.</summary>
/// <param name="Key">Name under which the document lists it.</param>
/// <param name="Type"><c>apiKey</c>, <c>http</c>, <c>oauth2</c> or <c>openIdConnect</c>.</param>
/// <param name="In">Where the credential travels: <c>header</c>, <c>query</c> or <c>cookie</c>.</param>
/// <param name="Name">Name of the header, query parameter or cookie that carries it.</param>
/// <param name="HttpScheme">For type <c>http</c> the scheme of the Authorization header, such as <c>bearer</c>.</param>
public sealed record ContractSecurityScheme(string Key, string Type, string In, string Name, string? HttpScheme);
