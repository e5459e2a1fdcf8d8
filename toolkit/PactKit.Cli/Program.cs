using System.Collections;
using PactKit.Cli;

var host = new CliHost
{
    Out = Console.Out,
    Error = Console.Error,
    Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.OrdinalIgnoreCase),
    Directory = Environment.CurrentDirectory,
    IsTerminal = !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb",
#pragma warning disable RS0030 // The process's outermost call: the one place where ids come from.
    NewId = Guid.NewGuid,
#pragma warning restore RS0030
};
return await CliApp.RunAsync(args, host);
