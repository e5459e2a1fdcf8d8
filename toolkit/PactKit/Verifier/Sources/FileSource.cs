using PactKit.Model;

namespace PactKit.Verifier.Sources;

/// <summary>One pact file. The provider's name in it is not compared.</summary>
public sealed class FileSource(string path) : IPactSource
{
    public Task<SourceResult> LoadAsync(string provider, CancellationToken cancellationToken)
    {
        var read = PactReader.ReadFile(path);
        return Task.FromResult(read.IsSuccess
            ? new SourceResult([new LoadedPact(read.Pact, path)]) { Warnings = read.Warnings }
            : SourceResult.Failed(read.Error));
    }
}
