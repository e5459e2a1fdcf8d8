using Microsoft.AspNetCore.Components;

namespace PactKit.Broker.Ui;

/// <summary>
/// The base of all pages. Components are public by the framework's rule while our models are internal, so the model arrives
/// untyped here and each page casts it once.
/// </summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>The page's model.</summary>
    [Parameter, EditorRequired]
    public object Data { get; set; } = null!;
}
