using Fapi.Sdk.Accounts;
using Fapi.Sdk.Errors;

namespace Fapi.Sdk.Calls;

// Gets the key for one call.
internal sealed partial class CallRunner
{
    /// <returns>The key in use, to be released when the call has ended; null when there is none.</returns>
    private ValueTask<FapiCredentials?> UseCredentialsAsync(Call call) =>
        _credentials is ConfiguredCredentials { Current: { } current } && current.TryUse()
            ? new(current)
            : AskAndUseAsync(call.Operation, call.Deadline);

    private async ValueTask<FapiCredentials?> AskAndUseAsync(FapiOperation operation, Deadline deadline)
    {
        for (FapiCredentials? disposed = null; ;)
        {
            var asked = await AskAsync(operation, deadline).ConfigureAwait(false);
            if (asked is null || asked.TryUse())
            {
                return asked;
            }

            if (ReferenceEquals(asked, disposed))
            {
                throw new InvalidOperationException(
                    $"{operation.Id} was not sent: the credentials provider {_credentials.GetType().Name} gives "
                    + "credentials that are disposed.");
            }

            // Replaced between asking and taking: there is a newer key.
            disposed = asked;
        }
    }

    private async ValueTask<FapiCredentials?> AskAsync(FapiOperation operation, Deadline deadline)
    {
        try
        {
            deadline.Limit(deadline.Longest);
            var asked = _credentials.GetCredentialsAsync(deadline.Token);
            return asked.IsCompletedSuccessfully
                ? asked.Result
                : await deadline.WaitAsync(asked, deadline.Remaining).ConfigureAwait(false);
        }
        catch (Exception e) when (!(e is ObjectDisposedException && _credentials is ConfiguredCredentials)
            && !(e is OperationCanceledException && deadline.Token.IsCancellationRequested))
        {
            throw Failures.NotSent(
                operation, FapiOutcome.Unavailable,
                $"the credentials provider {_credentials.GetType().Name} failed. {e.Message}", e);
        }
    }
}
