namespace Fapi.Sdk.Requests;

/// <summary>A generated enumeration of strings that keeps unknown values.</summary>
internal interface IOpenEnum
{
    string Value { get; }

    /// <summary>Makes another value of the same enumeration.</summary>
    IOpenEnum From(string value);
}
