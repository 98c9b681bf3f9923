namespace Fapi.Sdk.Limits;

/// <summary>Weight that one request has reserved, until its end. The default stands for no limit.</summary>
internal struct WeightShare
{
    private readonly int _weight;
    private readonly int _limit;
    private readonly int _seen;
    private HostBudget? _budget;
    private bool _isSent;

    /// <param name="budget">Where the weight is reserved.</param>
    /// <param name="weight">How much.</param>
    /// <param name="limit">Weight that a minute may hold.</param>
    /// <param name="seen">State of the budget at that time, see <see cref="HostBudget.TrySend"/>.</param>
    internal WeightShare(HostBudget budget, int weight, int limit, int seen) =>
        (_budget, _weight, _limit, _seen) = (budget, weight, limit, seen);

    /// <summary>Call as the last thing before the request leaves.</summary>
    /// <returns>False when it must not leave any more: it has to wait again. The weight is then given back.</returns>
    internal bool TrySend()
    {
        _isSent = _budget?.TrySend(_weight, _limit, _seen) ?? true;
        _budget = _isSent ? _budget : null;
        return _isSent;
    }

    /// <summary>Dates the weight when it was sent, else gives it back. Call it when the response has come, and however
    /// the attempt ends; what follows the first time does nothing.</summary>
    /// <param name="usedWeight">Weight that the response told.</param>
    internal void End(int? usedWeight = null)
    {
        if (_isSent)
        {
            _budget?.Complete(_weight, usedWeight);
        }
        else
        {
            _budget?.Release(_weight);
        }

        _budget = null;
    }
}
