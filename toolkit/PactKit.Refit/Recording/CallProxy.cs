using System.Reflection;
using Refit;

namespace PactKit.Recording;

/// <summary>Stands before a Refit client and notes which methods are called. Not sealed: the proxy derives from it.</summary>
internal class CallProxy : DispatchProxy
{
    private readonly List<MethodInfo> _calls = [];
    private object? _client;

    /// <summary>The methods that send requests, in the order they were called.</summary>
    public IReadOnlyList<MethodInfo> Calls => _calls;

    public static (TApi Api, CallProxy Proxy) Before<TApi>(TApi client) where TApi : class
    {
        var api = Create<TApi, CallProxy>();
        var proxy = (CallProxy)(object)api;
        proxy._client = client;
        return (api, proxy);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        if (targetMethod.GetCustomAttribute<HttpMethodAttribute>() is not null) _calls.Add(targetMethod);
        return targetMethod.Invoke(_client, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
