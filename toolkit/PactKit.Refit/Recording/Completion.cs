using System.Reflection;

namespace PactKit.Recording;

/// <summary>Waits for whatever a method of a client returns, and starts what only starts when somebody listens.</summary>
internal static class Completion
{
    public static Task Of(object? result) => result switch
    {
        Task task => task,
        ValueTask task => task.AsTask(),
        null => Task.CompletedTask,
        _ => OfGeneric(result),
    };

    private static Task OfGeneric(object result)
    {
        var type = result.GetType();
        if (Implemented(type, typeof(ValueTask<>)) is { } valueTask) return (Task)valueTask.GetMethod("AsTask")!.Invoke(result, null)!;
        if (Implemented(type, typeof(IObservable<>)) is { } observable) return Call(nameof(Subscribed), observable, result);
        if (Implemented(type, typeof(IAsyncEnumerable<>)) is { } sequence) return Call(nameof(Begun), sequence, result);
        return Task.CompletedTask;
    }

    private static Type? Implemented(Type type, Type generic) =>
        type.GetInterfaces().Append(type).FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);

    private static Task Call(string name, Type type, object result) =>
        (Task)typeof(Completion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()[0])
            .Invoke(null, [result])!;

    private static async Task Begun<T>(IAsyncEnumerable<T> sequence)
    {
        await using var items = sequence.GetAsyncEnumerator();
        await items.MoveNextAsync();
    }

    private static async Task Subscribed<T>(IObservable<T> observable)
    {
        var observer = new Listener<T>();
        using var subscription = observable.Subscribe(observer);
        await observer.Done;
    }

    private sealed class Listener<T> : IObserver<T>
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Done => _done.Task;

        public void OnCompleted() => _done.TrySetResult();

        public void OnError(Exception error) => _done.TrySetException(error);

        public void OnNext(T value) => _done.TrySetResult();
    }
}
