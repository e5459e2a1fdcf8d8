using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace PactKit.Binding;

/// <summary>A method or lambda that is called with arguments from a pact and services from a container.</summary>
internal sealed class Handler
{
    private readonly MethodInfo _method;
    private readonly object? _target;
    private readonly Type? _owner;

    private Handler(MethodInfo method, object? target, Type? owner) => (_method, _target, _owner) = (method, target, owner);

    /// <summary>In words, for messages: "UserStates.UserExists", or "a lambda".</summary>
    public string Name => _owner is null && _method.Name.Contains('<', StringComparison.Ordinal) ? "a lambda" : $"{_method.DeclaringType?.Name}.{_method.Name}";

    public static Handler Of(Delegate handler) => new(handler.Method, handler.Target, null);

    public static Handler Of(Type owner, MethodInfo method) => new(method, null, owner);

    /// <summary>Calls it and waits.</summary>
    /// <returns>What it returned, taken out of its task; null for nothing.</returns>
    /// <exception cref="BindingException">There is no value for a parameter.</exception>
    public async Task<object?> InvokeAsync(Arguments arguments, IServiceProvider services)
    {
        var values = _method.GetParameters().Select(parameter => arguments.ValueOf(parameter, services)).ToArray();
        if (_owner is null || _method.IsStatic) return await Result.OfAsync(Call(_target, values), _method.ReturnType);

        var known = services.GetService(_owner);
        var owner = known ?? ActivatorUtilities.CreateInstance(services, _owner);
        try
        {
            return await Result.OfAsync(Call(owner, values), _method.ReturnType);
        }
        finally
        {
            // What the container made, the container disposes.
            if (known is null && owner is IAsyncDisposable disposable) await disposable.DisposeAsync();
            else if (known is null) (owner as IDisposable)?.Dispose();
        }
    }

    private object? Call(object? target, object?[] values) => _method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, values, null);
}
