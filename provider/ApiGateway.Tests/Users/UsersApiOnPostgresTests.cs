using ApiGateway.Tests.Hosting;

namespace ApiGateway.Tests.Users;

/// <summary>Skipped, and visibly so, unless <c>API_GATEWAY_POSTGRES</c> holds a connection string that may create databases.</summary>
public sealed class UsersApiOnPostgresTests(PostgresGateway gateway) : UsersApiTests(gateway), IClassFixture<PostgresGateway>;
