namespace PactKit.Brokers;

/// <summary>A line the broker wants people to read. <paramref name="Type"/>: debug, info, warning, prompt, success, error or danger.</summary>
public sealed record BrokerNotice(string Type, string Text);
