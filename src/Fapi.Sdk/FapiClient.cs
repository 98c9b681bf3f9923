using Fapi.Sdk.Http;
using Fapi.Sdk.Options;

namespace Fapi.Sdk;

/// <summary>Client of the exchange: the operations of the spec as methods. One instance serves any number of calls at once.</summary>
public partial class FapiClient
{
    private readonly HttpClient _httpClient;
    private readonly FapiClientOptions _options;
    private readonly Credentials? _credentials;
    private readonly string _origin;
    private readonly AnswerReader _answers = new();

    /// <summary>Makes a client without dependency injection.</summary>
    /// <param name="httpClient">Sends the requests; stays the caller's. Its handler should not follow redirects, as <see cref="FapiHttpHandler.Create"/> makes it.</param>
    /// <param name="options">Where to send and how to sign; later changes to it have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or not allowed; the message names it.</exception>
    public FapiClient(HttpClient httpClient, FapiClientOptions options)
    {
        Argument.NotNull(httpClient);
        Argument.NotNull(options);
        FapiClientOptionsValidator.ThrowIfInvalid(options);
        _httpClient = httpClient;
        _options = options.Copy();
        _credentials = Credentials.From(options);
        _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Request weight of this IP in the current interval, as the latest answer told it; null before the first.</summary>
    public int? UsedWeight { get; private set; }

    private async Task<T> SendAsync<T>(FapiOperation operation, RequestTarget target, CancellationToken cancellationToken)
    {
        using var parameters = target;
        using var request = new HttpRequestMessage { Method = operation.Method };
        await PrepareRequestAsync(operation, target, request, cancellationToken).ConfigureAwait(false);
        try
        {
            using var response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            using var body = await ProcessResponseAsync(operation, request, response, cancellationToken).ConfigureAwait(false);
            return ReadAnswer<T>(operation, response, body);
        }
        catch (Exception e) when (TransportFailure.Describe(operation, e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }
}
