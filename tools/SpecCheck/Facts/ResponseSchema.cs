using System.Text.Json;
using Fapi.Contract;
using Fapi.Contract.Loading;
using Fapi.Contract.Schemas;
using Fapi.Contract.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Fapi.SpecCheck.Facts;

/// <summary>Says whether a response is one that the operation's schema allows.</summary>
/// <param name="schema">Null where the operation has no JSON schema.</param>
internal sealed class ResponseSchema(SourceNode? schema)
{
    private readonly Lazy<SchemaCheck?> _check = new(() => schema is null ? null : Load(schema));

    /// <returns>Everything that is wrong with the response; empty where nothing is stated.</returns>
    /// <exception cref="WrongInputException">The schema is none.</exception>
    public IReadOnlyList<SchemaFault> Validate(JsonElement response)
    {
        if (_check.Value is not { } check)
        {
            return [];
        }

        using var text = new StringReader(response.GetRawText());
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        return check.Check(JToken.Load(reader), isRequest: false);
    }

    private static SchemaCheck Load(SourceNode schema)
    {
        try
        {
            var loader = new SchemaLoader();
            var check = loader.Add(schema);
            loader.Complete();
            return check;
        }
        catch (ContractDocumentException error)
        {
            throw new WrongInputException(error.Message);
        }
    }
}
