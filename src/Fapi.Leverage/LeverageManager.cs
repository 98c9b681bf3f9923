namespace Fapi.Leverage;

/// <summary>Shows, plans and applies the leverage of a whole account. One instance for each account; several may work
/// side by side and share the weight of their exchange.</summary>
public sealed class LeverageManager
{
    private readonly IFapiClient _client;
    private readonly TimeProvider _time;

    /// <summary>Creates a manager.</summary>
    /// <param name="client">Client of the account; stays the caller's.</param>
    /// <param name="time">Clock of waiting and of the journal; the system's by default.</param>
    public LeverageManager(IFapiClient client, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Reads the account by five calls and returns what the plan changes. Changes nothing.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The differences.</returns>
    /// <exception cref="LeveragePlanException">The plan names a symbol that the exchange does not have, or wants more
    /// than its brackets allow.</exception>
    /// <exception cref="FapiException">The account could not be read.</exception>
    public async Task<LeverageChanges> PlanAsync(LeveragePlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return await CompareAsync(plan, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the changes and proves each by reading the account back.</summary>
    /// <param name="changes">From <see cref="PlanAsync"/> of this account.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends the work in order: what is under way is finished and read back.</param>
    /// <returns>The outcome of each change. Failures of the exchange are in it, not thrown, once the first change was
    /// begun.</returns>
    /// <exception cref="StalePlanException">The account has changed since; nothing was changed.</exception>
    /// <exception cref="InvalidDataException">The journal is that of another plan; nothing was changed.</exception>
    /// <exception cref="FapiException">The account could not be read; nothing was changed.</exception>
    public async Task<LeverageReport> ApplyAsync(
        LeverageChanges changes, ApplyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        options ??= new ApplyOptions();
        var now = await CompareAsync(changes.Plan, null, cancellationToken).ConfigureAwait(false);
        if (changes.MovedTo(now) is { Count: > 0 } moved)
        {
            throw new StalePlanException(moved);
        }

        if (options.Journal is { } journal)
        {
            await journal.BeginRunAsync(changes.Plan.Fingerprint, _time).ConfigureAwait(false);
        }

        return await new LeverageRun(_client, _time, now.All, options).RunAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the state of symbols.</summary>
    /// <param name="symbols">Names or patterns; none for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The symbols, by name.</returns>
    /// <exception cref="LeveragePlanException">The exchange does not have a symbol of this name.</exception>
    /// <exception cref="FapiException">The account could not be read.</exception>
    public async Task<IReadOnlyList<SymbolState>> ShowAsync(
        IReadOnlyCollection<string> symbols, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        var known = await AccountSnapshot.ReadSymbolsAsync(_client, cancellationToken).ConfigureAwait(false);
        PlanText.ThrowIfAny([.. symbols.Where(name => !WishFinder.IsPattern(name) && !known.ContainsKey(name))
            .Select(name => new PlanError("", 0, 0, PlanErrors.Unlisted(name, known.Keys)))]);
        return [.. known.Values
            .Where(symbol => symbols.Count == 0 || symbols.Any(asked => WishFinder.Matches(asked, symbol.Name)))
            .OrderBy(symbol => symbol.Name, StringComparer.Ordinal).Select(symbol => symbol.ToState())];
    }

    private async Task<LeverageChanges> CompareAsync(
        LeveragePlan plan, TimeProvider? clock, CancellationToken cancellationToken)
    {
        PlanText.ThrowIfAny(PlanRules.Check(plan));
        return ChangePlanner.Plan(
            plan, await AccountSnapshot.ReadAsync(_client, clock, cancellationToken).ConfigureAwait(false));
    }
}
