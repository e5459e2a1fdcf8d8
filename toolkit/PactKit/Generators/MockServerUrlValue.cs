using System.Text.RegularExpressions;
using PactKit.Model;

namespace PactKit.Generators;

/// <summary>The example with the part a pattern finds replaced by the mock server's base URL and the pattern's first group.</summary>
internal static class MockServerUrlValue
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public static GeneratedValue Generate(MockServerUrlGenerator generator, string? baseUrl)
    {
        if (baseUrl is null) return GeneratedValue.Failed("the URL of the mock server is not known");
        try
        {
            var match = Regex.Match(generator.Example, generator.Regex, RegexOptions.CultureInvariant, Timeout);
            if (!match.Success || match.Groups.Count < 2)
                return GeneratedValue.Failed($"the pattern \"{generator.Regex}\" finds no group in \"{generator.Example}\"");
            var url = Join(baseUrl, match.Groups[1].Value);
            return GeneratedValue.Text(generator.Example[..match.Index] + url + generator.Example[(match.Index + match.Length)..]);
        }
        catch (Exception fault) when (fault is ArgumentException or RegexMatchTimeoutException)
        {
            return GeneratedValue.Failed($"the pattern \"{generator.Regex}\" could not be used: {fault.Message}");
        }
    }

    private static string Join(string baseUrl, string path) => path.StartsWith('/') ? baseUrl.TrimEnd('/') + path : baseUrl + path;
}
