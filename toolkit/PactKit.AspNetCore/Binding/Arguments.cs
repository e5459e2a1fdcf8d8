using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace PactKit.Binding;

/// <summary>What is known to a handler besides services.</summary>
/// <param name="named">Values by name; names compare ignoring case.</param>
/// <param name="typed">Values by type: the state, the interaction.</param>
/// <param name="what">What the values belong to, for messages: "the state 'user 1 exists'".</param>
/// <param name="cancellationToken">Passed on to handlers that ask for it.</param>
internal sealed class Arguments(
    IReadOnlyDictionary<string, JsonElement> named, IReadOnlyList<object> typed, string what, CancellationToken cancellationToken)
{
    public object? ValueOf(ParameterInfo parameter, IServiceProvider services)
    {
        if (parameter.ParameterType == typeof(CancellationToken)) return cancellationToken;
        if (parameter.ParameterType == typeof(IServiceProvider)) return services;
        if (typed.FirstOrDefault(parameter.ParameterType.IsInstanceOfType) is { } value && parameter.ParameterType != typeof(object)) return value;
        if (named.TryGetValue(parameter.Name!, out var json)) return Convert(parameter, json);
        if (services.GetService<IServiceProviderIsService>()?.IsService(parameter.ParameterType) == true)
            return services.GetRequiredService(parameter.ParameterType);
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        return IsNullable(parameter) ? null : throw Missing(parameter);
    }

    private object? Convert(ParameterInfo parameter, JsonElement json)
    {
        try
        {
            return JsonValue.Convert(json, parameter.ParameterType);
        }
        catch (JsonException)
        {
            throw new BindingException(
                $"{Upper(what)} gives {json.GetRawText()} for '{parameter.Name}', and the handler takes {Name(parameter.ParameterType)}.");
        }
    }

    private BindingException Missing(ParameterInfo parameter)
    {
        var given = named.Count == 0 ? "no parameters" : string.Join(", ", named.Keys.Select(name => $"'{name}'"));
        return new BindingException(
            $"There is no value for the parameter '{parameter.Name}' ({Name(parameter.ParameterType)}) of the handler: {what} gives {given}, and the container has " +
            "no such service. Give the parameter a default, or name it as the pact does.");
    }

    private static bool IsNullable(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?" : type.Name;

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
