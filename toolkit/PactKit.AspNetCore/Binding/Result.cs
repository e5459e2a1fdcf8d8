namespace PactKit.Binding;

/// <summary>Takes results out of tasks.</summary>
internal static class Result
{
    /// <param name="returned">What a method returned.</param>
    /// <param name="declared">What it says it returns: a plain Task has no result, whatever task stands behind it.</param>
    public static async Task<object?> OfAsync(object? returned, Type declared)
    {
        var type = returned?.GetType();
        if (declared == typeof(Task) && returned is Task plain)
        {
            await plain;
            return null;
        }

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
