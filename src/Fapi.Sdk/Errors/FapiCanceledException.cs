namespace Fapi.Sdk;

/// <summary>Thrown when the caller cancels a call after its request was handed to the network.</summary>
/// <remarks>An <see cref="OperationCanceledException"/>, so that code for cancellation goes on working, which tells
/// that the request may have been executed.</remarks>
public sealed class FapiCanceledException : OperationCanceledException
{
    internal FapiCanceledException(
        string operation, string message, Exception innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken)
    {
        Outcome = FapiOutcome.Unknown;
        Operation = operation;
    }

    /// <summary>Always <see cref="FapiOutcome.Unknown"/>.</summary>
    public FapiOutcome Outcome { get; }

    /// <summary><c>operationId</c> of the call, such as <c>changeInitialLeverage</c>.</summary>
    public string Operation { get; }
}
