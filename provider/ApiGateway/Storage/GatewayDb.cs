using ApiGateway.Users;
using Microsoft.EntityFrameworkCore;

namespace ApiGateway.Storage;

/// <summary>The gateway's database: SQLite or PostgreSQL, one set of migrations for both.</summary>
public sealed class GatewayDb(DbContextOptions<GatewayDb> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<User>(user =>
        {
            user.Property(u => u.Name).HasMaxLength(User.MaxNameLength);
            user.Property(u => u.Email).HasMaxLength(User.MaxEmailLength);
            user.Property(u => u.EmailKey).HasMaxLength(User.MaxEmailLength);
            user.Property(u => u.SearchText).HasMaxLength(User.MaxNameLength + User.MaxEmailLength + 1);
            user.HasIndex(u => u.EmailKey).IsUnique();
        });
    }
}
