using PactKit.Broker.Hal;
using PactKit.Broker.Storage;

namespace PactKit.Broker.Environments;

internal sealed class EnvironmentsStore(Session db)
{
    private const string Select = "SELECT id, uuid, name, display_name, production, contacts, created_at, updated_at FROM environments";

    public Task<EnvironmentRow?> FindAsync(string uuid, CancellationToken ct) => db.One<EnvironmentRow>($"{Select} WHERE uuid = @uuid", new { uuid }, ct);

    public Task<EnvironmentRow?> FindByNameAsync(string name, CancellationToken ct) => db.One<EnvironmentRow>($"{Select} WHERE name = @name", new { name }, ct);

    public Task<List<EnvironmentRow>> ListAsync(string? name, CancellationToken ct) =>
        db.Query<EnvironmentRow>($"{Select} {(name is null ? "" : "WHERE name = @name")} ORDER BY lower(display_name), id", new { name }, ct);

    public Task<int> InsertAsync(EnvironmentRow environment, CancellationToken ct)
    {
        Names.CheckLength("an environment", environment.Name);
        return db.Run("""
            INSERT INTO environments (uuid, name, display_name, production, contacts, created_at, updated_at)
            VALUES (@Uuid, @Name, @DisplayName, @Production, @Contacts, @CreatedAt, @UpdatedAt)
            """, Stamped(environment, db.Now), ct);
    }

    public Task<int> UpdateAsync(EnvironmentRow environment, CancellationToken ct)
    {
        Names.CheckLength("an environment", environment.Name);
        return db.Run("""
            UPDATE environments SET name = @Name, display_name = @DisplayName, production = @Production, contacts = @Contacts, updated_at = @UpdatedAt
            WHERE id = @Id
            """, environment with { UpdatedAt = db.Now }, ct);
    }

    public Task<int> DeleteAsync(string uuid, CancellationToken ct) => db.Run("DELETE FROM environments WHERE uuid = @uuid", new { uuid }, ct);

    private static EnvironmentRow Stamped(EnvironmentRow environment, Moment now) => environment with { CreatedAt = now, UpdatedAt = now };
}
