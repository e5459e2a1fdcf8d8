using PactKit.Broker.Matrix;

namespace PactKit.Broker.Importing;

internal sealed class DatabaseTarget(IServiceProvider services) : IImportTarget
{
    public async Task<int> ApplyAsync(ImportBatch batch, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportStore>().ApplyAsync(batch, ct);
    }

    public async Task<ImportedAlready> KnownAsync(string consumer, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportStore>().KnownAsync(consumer, ct);
    }

    public async Task<bool?> MayDeployAsync(string query, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<MatrixService>().AnswerAsync(MatrixQuery.Read("?" + query).Query, ct);
        return answer.Deployability.Deployable;
    }
}
