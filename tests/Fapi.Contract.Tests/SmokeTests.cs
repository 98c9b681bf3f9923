using System.Text;

namespace Fapi.Contract.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void A_leverage_call_and_its_answer_keep_to_the_contract()
    {
        var verifier = ContractVerifier.Embedded();
        var request = new RecordedRequest("POST", "/fapi/v1/leverage?symbol=BTCUSDT&leverage=21&timestamp=1736393892000&signature=ab", [new("X-MBX-APIKEY", "k")]);
        verifier.VerifyRequest(request).ThrowIfAny();
        var body = verifier.Document.Match("POST", request.Target)!.SuccessExample!.Value.GetRawText();
        verifier.VerifyResponse(request, new RecordedResponse(200, [new("Content-Type", "application/json"), new("X-MBX-USED-WEIGHT-1M", "3")], Encoding.UTF8.GetBytes(body))).ThrowIfAny();
    }
}
