using PactKit.Model;

namespace PactKit.Matching.Paths;

/// <summary>The way from the root of a document to the place under comparison. It becomes text only when somebody asks.</summary>
internal sealed class PathTrail
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public int Depth => _steps.Count;

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>In normal form. A key that is a number is written like an index, as others do.</summary>
    public override string ToString()
    {
        var path = PathText.Root;
        foreach (var (name, index) in _steps)
        {
            if (name is null) path = PathText.AppendIndex(path, index);
            else path = RuleCursor.TryIndex(name, out _) ? $"{path}[{name}]" : PathText.AppendField(path, name);
        }

        return path;
    }
}
