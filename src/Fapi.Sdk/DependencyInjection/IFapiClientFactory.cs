using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Accounts;

/// <summary>Finds the client of an account by its name.</summary>
public interface IFapiClientFactory
{
    /// <summary>Names of the registered accounts, in the order of their registration; empty for the one without a name.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Finds a client; the same at every call. It lives as long as the services do.</summary>
    /// <param name="name">Name that was given to <c>AddFapiClient</c>.</param>
    /// <exception cref="ArgumentException">No account has this name; the message lists those that there are.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "A keyword of Visual Basic, which can escape it.")]
    IFapiClient Get(string name);
}
