using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PactKit.Broker.Pacts.ForVerification;
using PactKit.Broker.Settings;
using PactKit.Broker.Storage;
using PactKit.Broker.Versions;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker.Tests.Settings;

public sealed class SettingsTests
{
    private static BrokerSettings Read(params (string Name, string Value)[] settings) => BrokerSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("PACT_BROKER_" + setting.Name, (string?)setting.Value))).Build());

    [Theory]
    [InlineData("postgres", "postgres://u%20x:p%40ss@db:6543/broker?sslmode=require&max_connections=7&pool_timeout=3&statement_timeout=20")]
    [InlineData("sqlite", "sqlite:///broker")]
    public void A_database_may_be_given_in_parts(string adapter, string url) => Assert.Equal(url, Read(
        ("DATABASE_ADAPTER", adapter), ("DATABASE_NAME", "broker"), ("DATABASE_USERNAME", "u x"), ("DATABASE_PASSWORD", "p@ss"), ("DATABASE_HOST", "db"), ("DATABASE_PORT", "6543"),
        ("DATABASE_SSLMODE", "require"), ("DATABASE_MAX_CONNECTIONS", "7"), ("DATABASE_POOL_TIMEOUT", "3"), ("DATABASE_STATEMENT_TIMEOUT", "20")).DatabaseUrl);

    [Fact]
    public async Task The_parts_reach_the_connection()
    {
        var dialect = Assert.IsType<PostgresDialect>(Dialect.From("postgres://u:p@db/broker?sslmode=require&max_connections=7&pool_timeout=3&statement_timeout=20"));
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(dialect.ConnectionString);
        Assert.Equal((7, 3, 20, Npgsql.SslMode.Require), (connection.MaxPoolSize, connection.Timeout, connection.CommandTimeout, connection.SslMode));
        await dialect.DisposeAsync();
        Assert.Throws<ArgumentException>(() => Dialect.From("postgres://u:p@db/broker?max_connections=none"));
    }

    [Theory]
    [InlineData("DATABASE_ADAPTER", "mysql")]
    [InlineData("DATABASE_ADAPTER", "postgres")]
    [InlineData("MAX_BODY_BYTES", "lots")]
    [InlineData("MAX_JSON_DEPTH", "1")]
    [InlineData("DATABASE_CONNECT_MAX_RETRIES", "-1")]
    public void A_setting_that_makes_no_sense_is_refused_by_its_name(string name, string value)
    {
        var failure = Assert.Throws<ArgumentException>(() => Read((name, value)));
        Assert.Contains("PACT_BROKER_" + name, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("fatal", LogLevel.Critical)]
    public void The_log_has_the_field_s_levels(string name, LogLevel level) => Assert.Equal(level, BrokerLog.Level(name));

    [Fact]
    public void A_log_level_that_does_not_exist_is_refused() => Assert.Throws<ArgumentException>(() => BrokerLog.Level("loud"));

    [Fact]
    public void Basic_authentication_can_be_switched_off_with_the_users_left_in_place()
    {
        Assert.NotNull(Read(("BASIC_AUTH_USERNAME", "u"), ("BASIC_AUTH_PASSWORD", "p")).UserName);
        Assert.Null(Read(("BASIC_AUTH_USERNAME", "u"), ("BASIC_AUTH_PASSWORD", "p"), ("BASIC_AUTH_ENABLED", "false")).UserName);
    }

    [Theory]
    [InlineData(new double[0], 7)]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, 7)]
    [InlineData(new[] { 1.0, 9, 9, 9, 13 }, 9)]
    [InlineData(new[] { 10.2, 10.2, 10.2, 10.2, 13 }, 11)]
    [InlineData(new[] { 30.0, 30, 30, 30, 30 }, 14)]
    public void The_window_of_work_in_progress_follows_four_out_of_five(double[] ages, int days) => Assert.Equal(days, WipWindow.Days(ages, new WipSettings()));

    [Fact]
    public void Version_numbers_are_ordered_by_their_meaning()
    {
        string[] inOrder = ["0.9", "1", "1.0.1-alpha", "1.0.1-alpha.1", "1.0.1-alpha.2", "1.0.1-alpha.10", "1.0.1-beta", "1.0.1", "1.1.0+x", "2", "10.0.0"];
        var parsed = inOrder.Select(SemanticNumber.Parse).ToList();
        Assert.DoesNotContain(null, parsed);
        Assert.Equal(parsed, parsed.OrderDescending().Order());
        Assert.Equal(0, SemanticNumber.Parse("1.0.0+a")!.CompareTo(SemanticNumber.Parse("1.0.0+b")));
        Assert.All(["abc", "1.", "1.2.3.4", "v1", "1.2-rc", ""], text => Assert.Null(SemanticNumber.Parse(text)));
    }

    [Fact]
    public async Task A_webhook_s_server_is_trusted_by_the_certificate_of_the_operator_only()
    {
        using var key = RSA.Create(2048);
        var wanted = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        wanted.CertificateExtensions.Add(names.Build());
        wanted.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = wanted.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        await using var server = await SecretServer.StartAsync(certificate);
        var webhook = new WebhookRequest("POST", server.Url, new Dictionary<string, string>(), "{}", null, null);

        using (var distrusting = new WebhookSender(Read(), TimeProvider.System)) Assert.False((await distrusting.SendAsync(webhook, new Dictionary<string, string>(), CancellationToken.None)).Success);
        using var trusting = new WebhookSender(Read(("USER_AGENT", "Ours 1"), ("WEBHOOK_CERTIFICATES:0:CONTENT", certificate.ExportCertificatePem())), TimeProvider.System);
        var outcome = await trusting.SendAsync(webhook, new Dictionary<string, string>(), CancellationToken.None);
        Assert.True(outcome.Success, outcome.Logs);
        Assert.Equal("Ours 1", server.UserAgent);
        Assert.Throws<ArgumentException>(() => WebhookTrust.Policy(["no certificate"]));
    }
}
