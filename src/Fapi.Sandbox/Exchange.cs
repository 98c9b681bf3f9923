using System.Globalization;
using System.Text.Json;
using Fapi.Contract;

namespace Fapi.Sandbox;

/// <summary>The simulated exchange without its network: takes a request, gives an answer, keeps the state.</summary>
internal sealed class Exchange
{
    // Reading the embedded contract takes longer than starting a server.
    private static readonly Lazy<ContractVerifier> Embedded = new(ContractVerifier.Embedded);

    private readonly ContractDocument document;
    private readonly ContractVerifier? verifier;
    private readonly ErrorTable errors;
    private readonly OperationHandlers handlers;
    private readonly string weightHeader;

    // The order in which the exchange refuses: who you are before what you want.
    private readonly ICheck[] checks;

    public Exchange(SandboxOptions options)
    {
        var contract = options.Contract ?? Embedded.Value;
        document = contract.Document;
        verifier = options.CheckContract ? contract : null;
        errors = new ErrorTable(document);
        Clock = new ExchangeClock(options.TimeProvider) { Offset = options.ClockOffset };
        Accounts = new SandboxAccounts(new KeyMaker(options.Seed), Symbols);
        Log = new RequestLog(options.RequestsKept);
        var rule = WeightLimit.From(document);
        weightHeader = WeightLimit.HeaderPrefix + rule.HeaderSuffix;
        Weights = new WeightMeter(
            rule, options.WeightLimit ?? rule.Limit, options.RefusalsBeforeBan, options.BanDuration);
        handlers = new OperationHandlers(errors, Symbols);
        checks =
        [
            new WeightCheck(errors),
            new RouteCheck(errors),
            new ApiKeyCheck(errors, Accounts),
            new DuplicatesCheck(errors),
            new TimestampCheck(errors),
            new SignatureCheck(errors),
            new UnknownParametersCheck(errors, document),
            new ParameterValuesCheck(errors, handlers),
        ];
    }

    public ExchangeClock Clock { get; }

    public SandboxSymbols Symbols { get; } = new();

    public SandboxAccounts Accounts { get; }

    public WeightMeter Weights { get; }

    public FaultScript Faults { get; } = new();

    public RequestLog Log { get; }

    public ExchangeOutcome Process(ReceivedRequest request)
    {
        var operation = document.Match(request.Method, request.Message.Target);
        var fault = Faults.Take(operation?.Id);
        Clock.Jump(fault?.ClockJumpBy ?? TimeSpan.Zero);
        var weight = Weights.Take(request.RemoteIp, WeightOf(operation), Clock.Now);
        var call = new ExchangeCall(request, operation, weight, Clock.UnixMilliseconds);

        var (answer, executed) = fault is { IsProcessed: false } ? (null, false) : Answer(call);
        var told = fault?.Replace?.Invoke(errors, answer) ?? answer;
        if (told is { IsComplete: false })
        {
            told = told.With(weightHeader, weight.Used.ToString(CultureInfo.InvariantCulture));
        }

        var delivery = fault?.Delivery ?? Delivery.Normal;
        var recorded = delivery.HasAnswer ? told?.ToRecorded() : null;
        Log.Add(new SandboxRequest
        {
            ArrivedAt = request.ArrivedAt,
            Request = request.Message,
            Response = recorded,
            OperationId = operation?.Id,
            Account = call.Account,
            Executed = executed,
            Fault = fault,
            Findings = Verify(request.Message, operation, fault is { BreaksContract: true } ? null : recorded),
        });
        return new ExchangeOutcome(told, delivery);
    }

    /// <summary>Notes a request that could not be read as one for the exchange.</summary>
    public void Reject(ReceivedRequest request, int status) => Log.Add(new SandboxRequest
    {
        ArrivedAt = request.ArrivedAt,
        Request = request.Message,
        Response = new RecordedResponse(status),
        Findings = Verify(request.Message, null, null),
    });

    private (ExchangeAnswer Answer, bool Executed) Answer(ExchangeCall call)
    {
        foreach (var check in checks)
        {
            if (check.Check(call) is { } refusal)
            {
                return (refusal.ToAnswer(), false);
            }
        }

        var result = handlers.For(call.Operation).Handle(call);
        return (result.Answer ?? result.Refusal!.ToAnswer(), result.Answer is not null);
    }

    private ContractFinding[] Verify(
        RecordedRequest request, ContractOperation? operation, RecordedResponse? response)
    {
        if (verifier is null)
        {
            return [];
        }

        var findings = verifier.VerifyRequest(request);
        return operation is null || response is null
            ? [.. findings]
            : [.. findings, .. verifier.VerifyResponse(request, response)];
    }

    private static int WeightOf(ContractOperation? operation) =>
        operation is not null && operation.Extensions.TryGetValue("x-weight", out var weight) &&
        weight.ValueKind == JsonValueKind.Number ? weight.GetInt32() : 1;
}
