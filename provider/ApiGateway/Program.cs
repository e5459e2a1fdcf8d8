using ApiGateway;

var builder = WebApplication.CreateBuilder(args);
builder.AddGateway();

var app = builder.Build();
app.MapGateway();
await app.MigrateAsync();
await app.RunAsync();

/// <summary>The entry point, public so that a test can start the application.</summary>
public partial class Program;
