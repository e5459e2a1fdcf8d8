using ApiGateway.Storage;
using ApiGateway.Users;
using Microsoft.EntityFrameworkCore;
using PactKit;

namespace ApiGateway.Tests.PactKit;

/// <summary>The states the contract names, as methods over the gateway's own database: nothing listens, nothing parses JSON.</summary>
internal sealed class GatewayStates(GatewayDb db)
{
    private static readonly DateTimeOffset Yesterday = new(2026, 1, 4, 8, 15, 30, TimeSpan.Zero);

    [ProviderState("no users exist")]
    [ProviderState("no users exist", Teardown = true)]
    [ProviderState("user {id} exists", Teardown = true)]
    [ProviderState("users exist", Teardown = true)]
    [ProviderState("a user with e-mail {email} exists", Teardown = true)]
    public Task NobodyExists() => db.Users.ExecuteDeleteAsync();

    [ProviderState("user {id} exists")]
    public Task UserExists(int id, string name = "Ada Lovelace", string email = "ada@example.org") => AddAsync(id, name, email);

    [ProviderState("a user with e-mail {email} exists")]
    public Task UserWithEmailExists(string email) => AddAsync(1000, "Somebody Else", email);

    [ProviderState("users exist")]
    public async Task UsersExist(string names)
    {
        foreach (var (index, name) in names.Split(',', StringSplitOptions.TrimEntries).Index())
            await AddAsync(index + 1, name, $"{name.Replace(' ', '.')}@example.org");
    }

    private async Task AddAsync(int id, string name, string email)
    {
        db.Users.Add(User.From(new UserDraft(name, email), Yesterday, id));
        await db.SaveChangesAsync();
    }
}
