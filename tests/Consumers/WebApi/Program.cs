using Fapi.Sdk;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));
var app = builder.Build();

app.MapPut(
    "/leverage/{symbol}/{leverage:int}",
    async (string symbol, int leverage, IFapiClient client, CancellationToken cancellationToken) =>
{
    try
    {
        var changed = await client.ChangeInitialLeverageAsync(symbol, leverage, cancellationToken: cancellationToken);
        return Results.Ok(new { changed.Symbol, changed.Leverage });
    }
    catch (ArgumentException e)
    {
        return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
    }
    catch (FapiException e)
    {
        var status = e.Outcome switch
        {
            FapiOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
            FapiOutcome.RateLimited or FapiOutcome.Banned or FapiOutcome.Unavailable =>
                StatusCodes.Status503ServiceUnavailable,
            // Perhaps carried out: neither a success nor a failure.
            _ => StatusCodes.Status502BadGateway,
        };
        return Results.Problem(e.Message, statusCode: status, title: e.Outcome.ToString());
    }
});

app.Run();
