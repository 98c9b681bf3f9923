namespace Fapi.Sdk.Accounts;

/// <summary>Gives the key that a call is signed with, such as one from a vault; a key may change at any time.</summary>
public interface IFapiCredentialsProvider
{
    /// <summary>Asked once at the beginning of every call that needs a key, by many calls at once: keep the key, and
    /// fetch it anew only when it may have changed.</summary>
    /// <param name="cancellationToken">Cancels the call that asks.</param>
    /// <returns>The key; null when there is none. A call keeps the key that it began with until its end; after that a
    /// disposed one is zeroed.</returns>
    ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken);
}
