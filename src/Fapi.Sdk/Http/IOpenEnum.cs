namespace Fapi.Sdk.Http;

/// <summary>A generated enumeration of strings that keeps values which the spec does not know.</summary>
internal interface IOpenEnum
{
    string Value { get; }
}
