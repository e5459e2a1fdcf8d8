namespace PactKit.Binding;

/// <summary>Takes results out of tasks.</summary>
internal static class Result
{
    public static async Task<object?> OfAsync(object? returned)
    {
        var type = returned?.GetType();
        if (returned is ValueTask valueTask) returned = valueTask.AsTask();
        else if (type?.IsGenericType == true && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            returned = type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        if (returned is not Task task) return returned;
        await task;
        return ValueOf(task);
    }

    // An async method without a result is a Task<VoidTaskResult> inside.
    private static object? ValueOf(Task task) =>
        task.GetType().GetProperty(nameof(Task<>.Result)) is { PropertyType.Name: not "VoidTaskResult" } result ? result.GetValue(task) : null;
}
