using Fapi.Sdk.Accounts;
using Fapi.Sdk.Options;
using Fapi.Sdk.Telemetry;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Fapi.Sdk.DependencyInjection;

/// <summary>Takes a new key when the configuration changes; the key stays as it is when the change cannot be
/// used.</summary>
/// <remarks>Listens beside <see cref="IOptionsMonitor{TOptions}"/>, whose listeners hear nothing of options that are
/// not valid.</remarks>
internal sealed class CredentialsReload : IDisposable
{
    private readonly IOptionsFactory<FapiClientOptions> _factory;
    private readonly ConfiguredCredentials _credentials;
    private readonly string _name;
    private readonly ClientTelemetry _telemetry;
    private readonly List<IDisposable> _listening;
    private readonly object _lock = new();
    private FapiClientOptions _seen;

    internal CredentialsReload(
        string name, FapiClientOptions first, ConfiguredCredentials credentials,
        IOptionsFactory<FapiClientOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<FapiClientOptions>> sources, ClientTelemetry telemetry)
    {
        (_name, _seen, _credentials, _factory, _telemetry) = (name, first, credentials, factory, telemetry);
        _listening = [
            .. sources.Where(source => source.Name is null || source.Name == name)
                .Select(source => ChangeToken.OnChange(source.GetChangeToken, Reload))];
    }

    public void Dispose() => _listening.ForEach(registration => registration.Dispose());

    private void Reload()
    {
        lock (_lock)
        {
            try
            {
                Take(_factory.Create(_name));
            }
            catch (InvalidOperationException)
            {
                // Its message quotes the value that cannot be read, which may be a secret in the wrong place.
                Keep("A value cannot be read as the type of its option.");
            }
            catch (Exception e)
                when (e is OptionsValidationException or FormatException or ArgumentException or IOException
                    or UnauthorizedAccessException)
            {
                Keep(e.Message);
            }
        }
    }

    private void Take(FapiClientOptions changed)
    {
        if (changed.BaseAddress != _seen.BaseAddress)
        {
            Keep(
                $"BaseAddress is now {changed.BaseAddress}, which takes effect at the next start; a key of that "
                    + $"exchange must not be sent to {_seen.BaseAddress}.");
        }
        else if (changed.PrivateKeyFile is not null || !HasSameKey(changed))
        {
            _credentials.Replace(ConfiguredKey.Read(changed, _telemetry.Logger));
            changed.ForgetKey();
            _seen = changed;
            Log.KeyWasReplaced(_telemetry.Logger, _telemetry.Account);
        }
    }

    private void Keep(string reason) => Log.KeyWasKept(_telemetry.Logger, _telemetry.Account, reason);

    private bool HasSameKey(FapiClientOptions changed) =>
        changed.KeyFingerprint.SequenceEqual(_seen.KeyFingerprint)
        && ReferenceEquals(changed.Signer, _seen.Signer)
        && changed.PrivateKeyFile == _seen.PrivateKeyFile;
}
