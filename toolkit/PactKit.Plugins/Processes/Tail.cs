namespace PactKit.Plugins.Processes;

/// <summary>The last lines a process wrote, for error messages.</summary>
internal sealed class Tail
{
    private const int Lines = 20;

    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == Lines) _lines.Dequeue();
            _lines.Enqueue(line.Length > 500 ? line[..500] + "…" : line);
        }
    }

    public override string ToString()
    {
        lock (_lines) return string.Join('\n', _lines);
    }
}
