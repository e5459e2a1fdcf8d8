namespace PactKit.Broker.Hal;

/// <summary>Exactly these texts, without a space after the semicolon: client pacts compare the header as a string.</summary>
internal static class MediaTypes
{
    public const string Hal = "application/hal+json;charset=utf-8";
    public const string Extended = "application/vnd.pactbrokerextended.v1+json;charset=utf-8";
    public const string Json = "application/json;charset=utf-8";
    public const string Problem = "application/problem+json;charset=utf-8";
    public const string Text = "text/plain;charset=utf-8";
    public const string Html = "text/html;charset=utf-8";
    public const string Svg = "image/svg+xml;charset=utf-8";
    public const string Csv = "text/csv;charset=utf-8";
    public const string Graphviz = "text/vnd.graphviz;charset=utf-8";
}
