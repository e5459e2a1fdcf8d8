using Microsoft.Extensions.Logging;
using PactNet.Infrastructure.Outputters;

namespace PactKit;

/// <summary>Sends what the engine reports to a logger, where no test's output is at hand: <c>Outputters = [new LoggerOutput(logger)]</c>.</summary>
/// <param name="logger">Gets one entry per report or line.</param>
/// <param name="level">Level of the entries. Default: information.</param>
public sealed class LoggerOutput(ILogger logger, LogLevel level = LogLevel.Information) : IOutput
{
    private readonly ILogger _logger = logger ?? throw new ArgumentNullException(nameof(logger));

    /// <inheritdoc/>
    public void WriteLine(string line)
    {
        // As an argument, since braces in a report are no placeholders.
        if (!string.IsNullOrEmpty(line) && _logger.IsEnabled(level)) _logger.Log(level, "{Report}", line);
    }
}
