using System.Net;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Suites;

/// <summary>Responses that are larger than usual, and one that is an error.</summary>
internal sealed class ResponseSuite : ISuite
{
    private static readonly IReadOnlyList<Case> Compared = [CaseTable.Floor, CaseTable.Careful, CaseTable.Ordinary, SdkCases.Bare, SdkCases.Injected];

    public string Name => "responses";

    public Task<IReadOnlyList<Group>> RunAsync(Keys keys) => Task.FromResult<IReadOnlyList<Group>>(
    [
        Create(keys, "A response of 1 KB, most of it a field that the spec does not know", new InMemoryHandler(Bodies.OfLength(1_000))),
        Create(keys, "A response of 1 MB, most of it a field that the spec does not know", new InMemoryHandler(Bodies.OfLength(1_000_000))),
        OfError(keys),
    ]);

    private static Group Create(Keys keys, string title, InMemoryHandler handler)
    {
        using var subjects = new SubjectSet(Compared, _ => Place.InMemory(() => handler), keys);
        return Group.Create(title, Run(subjects.Works()), CaseTable.Careful.Name);
    }

    private static Group OfError(Keys keys)
    {
        using var subjects = new SubjectSet(Compared, _ => Place.InMemory(() => new InMemoryHandler(Bodies.Error, HttpStatusCode.BadRequest)), keys);
        return Group.Create("An error response: status 400, -4028; each client throws its own exception", Run([.. subjects.Works().Select(Failing)]), CaseTable.Careful.Name);
    }

    private static Work Failing(Work work) => new(work.Name, calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                work.Run(1);
            }
            catch (Exception e) when (Failures.StatusOf(e) == (int)HttpStatusCode.BadRequest)
            {
                continue;
            }

            throw new InvalidOperationException($"'{work.Name}' did not take status 400 for an error.");
        }
    });

    private static IReadOnlyList<Measured> Run(IReadOnlyList<Work> works) => new Interleaved(rounds: 12, TimeSpan.FromMilliseconds(10), maxWarmUps: 20).Measure(works);
}
