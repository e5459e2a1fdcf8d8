using System.Globalization;
using ApiGateway.Storage;
using ApiGateway.Users;
using Microsoft.EntityFrameworkCore;

namespace ApiGateway.TestHost.ProviderStates;

/// <summary>The states the contracts name, as rows. The test host's database holds nothing else.</summary>
internal static class UserStates
{
    private static readonly DateTimeOffset Yesterday = new(2026, 1, 4, 8, 15, 30, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<ProviderStateCall, GatewayDb, Task>> Setups = new(StringComparer.Ordinal)
    {
        [""] = (_, _) => Task.CompletedTask,
        ["no users exist"] = (_, db) => ClearAsync(db),
        ["user 1 exists"] = (call, db) => AddAsync(db, IdOf(call) ?? 1, call["name"] ?? "Ada Lovelace", call["email"] ?? "ada@example.org"),
        ["a user with e-mail ada@example.org exists"] = (call, db) => AddWithEmailAsync(db, call["email"] ?? "ada@example.org"),
        ["a user with e-mail grace@example.org exists"] = (call, db) => AddWithEmailAsync(db, call["email"] ?? "grace@example.org"),
        ["users exist"] = async (call, db) =>
        {
            await ClearAsync(db);
            var id = 0;
            foreach (var name in (call["names"] ?? "Ada Lovelace").Split(',', StringSplitOptions.TrimEntries))
                await AddAsync(db, ++id, name, $"{name.Replace(' ', '.')}@example.org");
        },
    };

    public static async Task ApplyAsync(ProviderStateCall call, GatewayDb db, CancellationToken cancellationToken)
    {
        var state = call.State ?? "";
        if (!Setups.TryGetValue(state, out var setUp)) throw new UnknownStateException(state, Setups.Keys.Where(k => k.Length > 0));
        cancellationToken.ThrowIfCancellationRequested();
        await (call.Action is ProviderStateAction.Teardown ? ClearAsync(db) : setUp(call, db));
    }

    private static async Task ClearAsync(GatewayDb db) => await db.Users.ExecuteDeleteAsync();

    /// <summary>Replaces who is in the way, so that a verifier that never tears down can ask again.</summary>
    private static async Task AddAsync(GatewayDb db, int id, string name, string email)
    {
        var user = User.From(new UserDraft(name, email), Yesterday, id);
        await db.Users.Where(u => u.Id == id || u.EmailKey == user.EmailKey).ExecuteDeleteAsync();
        db.Users.Add(user);
        await db.SaveChangesAsync();
    }

    /// <summary>With a number far from those that states ask for by name.</summary>
    private static async Task AddWithEmailAsync(GatewayDb db, string email) =>
        await AddAsync(db, 1000 + await db.Users.CountAsync(), "Somebody Else", email);

    private static int? IdOf(ProviderStateCall call) =>
        int.TryParse(call["id"], CultureInfo.InvariantCulture, out var id) ? id : null;
}
