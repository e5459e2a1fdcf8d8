using System.Text.Json;
using PactKit.Model;
using PactKit.Model.Json;

namespace PactKit.Consumer;

/// <summary>The comments of a V4 interaction while it is described.</summary>
internal sealed class CommentDrafts
{
    private readonly List<string> _texts = [];

    /// <summary>Name of the test that made the interaction.</summary>
    public string? TestName { get; set; }

    public void Add(string text) => _texts.Add(text);

    public IReadOnlyDictionary<string, JsonElement> Build()
    {
        if (_texts.Count == 0 && TestName is null) return Empty.Members;
        var comments = new Dictionary<string, JsonElement>();
        if (_texts.Count > 0) comments["text"] = JsonSerializer.SerializeToElement(_texts);
        if (TestName is not null) comments["testname"] = JsonText.Of(TestName);
        return comments;
    }
}
