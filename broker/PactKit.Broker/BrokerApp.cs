using Microsoft.AspNetCore.Server.Kestrel.Core;
using PactKit.Broker.Access;
using PactKit.Broker.Cleaning;
using PactKit.Broker.Dashboard;
using PactKit.Broker.Docs;
using PactKit.Broker.Environments;
using PactKit.Broker.Hal;
using PactKit.Broker.Importing;
using PactKit.Broker.Index;
using PactKit.Broker.Matrix;
using PactKit.Broker.Pacticipants;
using PactKit.Broker.Pacts;
using PactKit.Broker.Pacts.ForVerification;
using PactKit.Broker.Settings;
using PactKit.Broker.Storage;
using PactKit.Broker.Ui;
using PactKit.Broker.Upkeep;
using PactKit.Broker.Verifications;
using PactKit.Broker.Versions;
using PactKit.Broker.Webhooks;

namespace PactKit.Broker;

/// <summary>Puts the broker together. Its own process runs it, and so can any other: <c>pactkit broker</c> does.</summary>
public static class BrokerApp
{
    /// <summary>Builds a broker that is ready to run; the database is brought up to date when it starts.</summary>
    /// <param name="args">Settings as <c>--PACT_BROKER_…=value</c>; the same names are read from the environment. <c>--urls</c> wins over <c>PACT_BROKER_HOST</c> (default 127.0.0.1) and <c>PACT_BROKER_PORT</c> (default 9292).</param>
    /// <param name="configure">Changes to the host before it is built, such as another clock, server or log.</param>
    /// <exception cref="ArgumentException">The database URL names no database this broker knows.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        BrokerLog.Configure(builder.Logging, new SettingReader(builder.Configuration));
        builder.WebHost.ConfigureKestrel(server => ConfigureServer(server, LimitSettings.From(new SettingReader(builder.Configuration))));
        configure?.Invoke(builder);

        var settings = BrokerSettings.From(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(settings.Address);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(CleanSettings.From(name => builder.Configuration["PACT_BROKER_" + name]));
        builder.Services.AddBroker(settings);

        var app = builder.Build();
        app.UseBroker();
        app.MapBroker();
        return app;
    }

    private static void ConfigureServer(KestrelServerOptions server, LimitSettings limits)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = limits.BodyBytes;
        // A matrix question names an application and a version for each of its selectors, and is a GET.
        server.Limits.MaxRequestLineSize = 32 * 1024;
    }

    private static void UseBroker(this WebApplication app)
    {
        app.Use(BrokerHeaders.AddAsync);
        app.Use(ServerErrors.CatchAsync);
        app.Use(Methods.CheckAsync);
        app.Use(RawPath.Split);
        app.Use(BasicAuth.GuardAsync);
        app.Use(HalBrowser.RedirectAsync);
        app.UseRouting();
        app.Use(RawPath.Restore);
        app.Use(StoredNames.ResolveAsync);
        app.Use(Negotiation.RefuseAsync);
    }

    private static void MapBroker(this WebApplication app)
    {
        app.MapIndex();
        app.MapPacticipants();
        app.MapLabels();
        app.MapVersions();
        app.MapBranches();
        app.MapTags();
        app.MapPublish();
        app.MapPacts();
        app.MapPactLists();
        app.MapForVerification();
        app.MapVerifications();
        app.MapEnvironments();
        app.MapDeployments();
        app.MapMatrix();
        app.MapWebhooks();
        app.MapTriggeredWebhooks();
        app.MapProviderStates();
        app.MapDiffs();
        app.MapIntegrations();
        app.MapDashboard();
        app.MapNetwork();
        app.MapBadges();
        app.MapMetrics();
        app.MapImport();
        if (app.Services.GetRequiredService<BrokerSettings>().EnableDiagnosticEndpoints) app.MapDiagnostics();
        app.MapAssets();
        app.MapHalBrowser();
        app.MapRelationDocs();
        app.MapOpenApi();
        app.MapOptions();
    }

    private static void AddBroker(this IServiceCollection services, BrokerSettings settings)
    {
        services.AddHostedService<Startup>();
        services.TryAddClockAndIds();
        services.AddSingleton<RouteLiterals>();
        services.AddSingleton(_ => Dialect.From(settings.DatabaseUrl));
        services.AddScoped<Session>();
        services.AddScoped<PacticipantsStore>();
        services.AddScoped<LabelsStore>();
        services.AddScoped<VersionsStore>();
        services.AddScoped<VersionOrder>();
        services.AddScoped<VersionDetailsStore>();
        services.AddScoped<VersionLists>();
        services.AddScoped<VersionWriter>();
        services.AddScoped<BranchesStore>();
        services.AddScoped<TagsStore>();
        services.AddScoped<EnvironmentsStore>();
        services.AddScoped<DeploymentsStore>();
        services.AddScoped<PactsStore>();
        services.AddScoped<PactWriter>();
        services.AddScoped<PactSaver>();
        services.AddScoped<PreviousPacts>();
        services.AddScoped<ContractEvents>();
        services.AddScoped<ContractPublisher>();
        services.AddScoped<PublishNotices>();
        services.AddScoped<SelectionStore>();
        services.AddScoped<PendingStore>();
        services.AddScoped<PactsForVerification>();
        services.AddScoped<VerificationsStore>();
        services.AddScoped<MatrixStore>();
        services.AddScoped<DestinationStore>();
        services.AddScoped<MatrixService>();
        services.AddScoped<MatrixAnswers>();
        services.AddScoped<DeployQuestions>();
        services.AddScoped<WebhooksStore>();
        services.AddScoped<WebhookReader>();
        services.AddScoped<WebhookContexts>();
        services.AddScoped<WebhookTrigger>();
        services.AddScoped<WebhookTester>();
        services.AddScoped<TriggeredWebhooksStore>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookQueue>());
        services.AddScoped<IndexStore>();
        services.AddScoped<IntegrationsStore>();
        services.AddScoped<DashboardStore>();
        services.AddScoped<PactBadges>();
        services.AddScoped<ImportStore>();
        services.AddScoped<ImportResults>();
        services.AddScoped<ImportPlaces>();
        services.AddScoped<CleanReader>();
        services.AddScoped<CleanCounts>();
        services.AddScoped<Cleaner>();
        services.AddScoped<ExampleData>();
        services.AddHostedService<CleanSchedule>();
    }
}
