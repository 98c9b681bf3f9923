using Fapi.Sdk.Accounts;
using Fapi.Sdk.Errors;

namespace Fapi.Sdk.Calls;

/// <summary>Gets the key for one call.</summary>
internal static class CallCredentials
{
    /// <returns>The key in use, to be released when the call has ended; null when there is none.</returns>
    internal static ValueTask<FapiCredentials?> UseAsync(
        IFapiCredentialsProvider provider, FapiOperation operation, Deadline deadline) =>
        provider is ConfiguredCredentials { Current: { } current } && current.TryUse()
            ? new(current)
            : AskAndUseAsync(provider, operation, deadline);

    private static async ValueTask<FapiCredentials?> AskAndUseAsync(
        IFapiCredentialsProvider provider, FapiOperation operation, Deadline deadline)
    {
        for (FapiCredentials? disposed = null; ;)
        {
            var credentials = await AskAsync(provider, operation, deadline).ConfigureAwait(false);
            if (credentials is null || credentials.TryUse())
            {
                return credentials;
            }

            if (ReferenceEquals(credentials, disposed))
            {
                throw new InvalidOperationException(
                    $"{operation.Id} was not sent: the credentials provider {provider.GetType().Name} gives "
                    + "credentials that are disposed.");
            }

            // Replaced between asking and taking: there is a newer key.
            disposed = credentials;
        }
    }

    private static async ValueTask<FapiCredentials?> AskAsync(
        IFapiCredentialsProvider provider, FapiOperation operation, Deadline deadline)
    {
        try
        {
            deadline.Limit(deadline.Longest);
            var asked = provider.GetCredentialsAsync(deadline.Token);
            return asked.IsCompletedSuccessfully
                ? asked.Result
                : await deadline.WaitAsync(asked, deadline.Remaining).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is ObjectDisposedException && provider is ConfiguredCredentials)
            && !(e is OperationCanceledException && deadline.Token.IsCancellationRequested))
        {
            throw Failures.NotSent(
                operation, FapiOutcome.Unavailable,
                $"the credentials provider {provider.GetType().Name} failed. {e.Message}", e);
        }
    }
}
