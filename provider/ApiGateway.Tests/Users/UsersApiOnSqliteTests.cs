using ApiGateway.Tests.Hosting;

namespace ApiGateway.Tests.Users;

public sealed class UsersApiOnSqliteTests(SqliteGateway gateway) : UsersApiTests(gateway), IClassFixture<SqliteGateway>;
