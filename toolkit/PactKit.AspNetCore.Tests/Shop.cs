using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PactKit.AspNetCoreTests;

/// <summary>An application small enough to be read: users in memory, a token, a redirect.</summary>
internal sealed class Shop : WebApplicationFactory<Shop>
{
    /// <summary>Adds endpoints.</summary>
    public Action<IEndpointRouteBuilder>? Map { get; init; }

    /// <summary>Adds services.</summary>
    public Action<IServiceCollection>? Register { get; init; }

    protected override IHostBuilder CreateHostBuilder() => Host.CreateDefaultBuilder()
        .ConfigureLogging(logging => logging.ClearProviders())
        .ConfigureWebHostDefaults(web => web.ConfigureServices(AddServices).Configure(Configure));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseContentRoot(AppContext.BaseDirectory);

    private void AddServices(IServiceCollection services)
    {
        services.AddRouting();
        services.AddAuthorization();
        services.AddSingleton<UserStore>();
        services.AddScoped<Session>();
        services.AddScoped<UserEvents>();
        services.AddSingleton<TokenIssuer>();
        Register?.Invoke(services);
    }

    private void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/users/{id:int}", (int id, UserStore users) => users.Find(id) is { } user ? Results.Ok(user) : Results.NotFound());
            endpoints.MapGet("/users/me", (HttpContext context) => context.Request.Headers.Authorization == TokenIssuer.Header ? Results.Ok(new ShopUser(0, "me")) : Results.Unauthorized());
            endpoints.MapPost("/users", (ShopUser user, UserStore users) => Results.Created($"/users/{user.Id}", users.Add(user)));
            endpoints.MapGet("/old", () => Results.Redirect("/users/1"));
            endpoints.MapGet("/health", () => "fine");
            Map?.Invoke(endpoints);
        });
    }
}

internal sealed record ShopUser(int Id, string Name);

internal sealed class UserStore
{
    private readonly Dictionary<int, ShopUser> _users = [];

    public ShopUser? Find(int id) => _users.GetValueOrDefault(id);

    public ShopUser Add(ShopUser user) => _users[user.Id] = user;

    public void Remove(int id) => _users.Remove(id);
}

/// <summary>Something that must come from a scope.</summary>
internal sealed class Session(UserStore users) : IDisposable
{
    public UserStore Users { get; } = users;

    public bool Disposed { get; private set; }

    public void Dispose() => Disposed = true;
}

internal sealed class UserEvents(UserStore users)
{
    public ShopUser Created(int id) => users.Find(id) ?? throw new InvalidOperationException($"There is no user {id}.");
}

internal sealed class TokenIssuer
{
    public const string Header = "Bearer issued";

    private readonly string _token = "issued";

    public string Issue() => _token;
}
