using System.Collections.Concurrent;
using PactNet.Infrastructure.Outputters;

namespace PactKit.Tests.PactNet;

/// <summary>Keeps what is written.</summary>
internal sealed class MemoryOutput : IOutput
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public void WriteLine(string line) => _lines.Enqueue(line);
}
