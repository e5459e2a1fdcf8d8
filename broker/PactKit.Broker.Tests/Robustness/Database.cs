using Microsoft.Extensions.DependencyInjection;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Tests.Robustness;

/// <summary>Looks at the rows themselves, for what the API does not show.</summary>
internal static class Database
{
    public static async Task<long> ScalarAsync(IServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Session>().One<long>(sql, null, CancellationToken.None);
    }
}
