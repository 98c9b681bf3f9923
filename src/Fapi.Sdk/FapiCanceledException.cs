namespace Fapi.Sdk;

/// <summary>A call that its caller cancelled after the request was handed to the network.</summary>
/// <remarks>An <see cref="OperationCanceledException"/>, so that code for cancellation goes on working, which tells that the request may have been executed.</remarks>
public sealed class FapiCanceledException : OperationCanceledException
{
    internal FapiCanceledException(FapiOperation operation, Exception innerException, CancellationToken cancellationToken)
        : base(
            $"{operation.Id} was cancelled after the request was sent: it is unknown whether the exchange executed it. {Advice.AfterUnknown(operation)}",
            innerException,
            cancellationToken)
    {
        Outcome = FapiOutcome.Unknown;
        Operation = operation.Id;
    }

    /// <summary>Always <see cref="FapiOutcome.Unknown"/>.</summary>
    public FapiOutcome Outcome { get; }

    /// <summary><c>operationId</c> of the call, such as <c>changeInitialLeverage</c>.</summary>
    public string Operation { get; }
}
