using System.Text.Json;
using ApiGateway.Authentication;
using ApiGateway.Storage;
using ApiGateway.Users;
using Microsoft.EntityFrameworkCore;

namespace ApiGateway;

/// <summary>The application in three steps, for its own Program and for hosts that add to it.</summary>
public static class Gateway
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = SpellFieldsAsJsonDoes);
        builder.Services.AddValidation();
        builder.Services.AddHealthChecks();
        builder.Services.AddGatewayDatabase();
        builder.Services.AddTokenAuthentication(builder.Configuration);
    }

    public static void MapGateway(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealthChecks("/health");
        app.MapUsers();
    }

    /// <summary>Brings the database to the newest migration.</summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GatewayDb>().Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Validation names C# properties; a caller knows the fields of the JSON it sent.</summary>
    private static void SpellFieldsAsJsonDoes(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails problem)
            problem.Errors = problem.Errors.ToDictionary(e => JsonNamingPolicy.CamelCase.ConvertName(e.Key), e => e.Value);
    }
}
