namespace Fapi.Leverage;

/// <summary>Thrown when a plan is wrong, with all of its errors. Nothing was changed.</summary>
public sealed class LeveragePlanException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errors">The errors, one or more.</param>
    public LeveragePlanException(IReadOnlyList<PlanError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>The errors, in the order of their lines.</summary>
    public IReadOnlyList<PlanError> Errors { get; }
}
