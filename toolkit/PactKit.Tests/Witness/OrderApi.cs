using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PactKit.Tests.Witness;

/// <summary>A small provider that the interop tests verify: orders, with a provider-state endpoint that records what it was asked for.</summary>
internal sealed class OrderApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<string> _states = [];

    private OrderApi(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public Uri StateAddress => new(Address, "/provider-states");

    /// <summary>Names of the states asked for, in order.</summary>
    public IReadOnlyList<string> States => _states;

    /// <param name="total">What GET answers as <c>total</c>, as JSON text: the place where a test breaks the contract.</param>
    public static async Task<OrderApi> StartAsync(string total = "99.25")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var api = new OrderApi(builder.Build());
        api._app.Urls.Add("http://127.0.0.1:0");
        api._app.MapPost("/provider-states", async (HttpContext context) =>
        {
            var change = await context.Request.ReadFromJsonAsync<StateChange>();
            lock (api._states) api._states.Add(change!.State);
        });
        api._app.MapGet("/orders/{id:int}", (int id) => Results.Text(
            $$"""
            {"id":{{id}},"total":{{total}},"state":"closed","placed":"2026-11-22T12:30:00","trace":"0b6e2a4e-6f2b-4a53-8f0a-93f1c2ddc111",
             "note":"as agreed","paid":false,"customer":{"name":"Grace","vip":true},"lines":[{"sku":"B-2","quantity":7},{"sku":"C-3","quantity":1},{"sku":"D-4","quantity":3}]}
            """,
            "application/json"));
        api._app.MapPost("/orders", (HttpContext context) =>
        {
            context.Response.Headers.Location = "/orders/42";
            return Results.Text(
                """
                {"id":42,"coupon":null,"stock":{"B-2":1,"C-3":0},"events":[{"kind":"seen"},{"kind":"placed","at":"11:11"},{"kind":"paid"}]}
                """,
                "application/json",
                statusCode: 201);
        });
        await api._app.StartAsync();
        api.Address = new Uri(api._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed record StateChange(string State, string Action);
}
