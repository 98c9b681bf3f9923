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

/// <summary>An error of a plan.</summary>
/// <param name="Name">Name of the plan, such as its file; empty where there is no plan.</param>
/// <param name="Line">Line, from 1; 0 where the plan was not read from text.</param>
/// <param name="Column">Column, from 1; 0 where the plan was not read from text.</param>
/// <param name="Message">What is wrong, with which value, and what is allowed.</param>
public sealed record PlanError(string Name, int Line, int Column, string Message)
{
    /// <summary>Such as <c>plan.yaml(3,15): leverage is '2O'; it has to be a whole number.</c></summary>
    public override string ToString() => Name.Length == 0 ? Message
        : Line == 0 ? $"{Name}: {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"{Name}({Line},{Column}): {Message}");
}
