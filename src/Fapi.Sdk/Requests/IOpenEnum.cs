namespace Fapi.Sdk.Requests;

/// <summary>A generated enumeration of strings that keeps unknown values.</summary>
internal interface IOpenEnum
{
    string Value { get; }

    /// <summary>True for a value of the spec, and for one that was made as one that the spec does not know.</summary>
    bool MayBeSent { get; }

    /// <summary>The values of the spec, for messages.</summary>
    string Known { get; }

    /// <summary>Makes another value of the same enumeration.</summary>
    IOpenEnum From(string value);
}
