using System.Collections;

namespace PactKit.Brokers;

/// <summary>The environment variables of this process.</summary>
internal static class ProcessVariables
{
    public static IReadOnlyDictionary<string, string> Read() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
