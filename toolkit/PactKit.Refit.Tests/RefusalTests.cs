namespace PactKit.RefitTests;

public sealed class RefusalTests
{
    [Fact]
    public void A_lambda_that_calls_nothing_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Draft.Of(_ => Task.CompletedTask));

        Assert.Equal(
            "The lambda made no request of IUsersApi. Call the method to record and return what it returns: WithRequest<IUsersApi>(api => api.Method(…)).",
            failure.Message);
    }

    [Fact]
    public void A_lambda_that_calls_twice_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Draft.Of(async api =>
        {
            await api.GetUser(1);
            await api.Rename(2, "Ada");
        }));

        Assert.Equal(
            "The lambda made 2 requests of IUsersApi (GET /api/users/1, PATCH /api/users/2). One interaction is one request: give each call its own UponReceiving(…).",
            failure.Message);
    }

    [Fact]
    public void A_call_that_fails_before_it_sends_is_refused_with_its_reason()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Draft.Of(api => api.Follow("not an address")));

        Assert.StartsWith("IUsersApi.Follow could not be recorded: it failed before it sent a request. ", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
    }

    [Fact]
    public void A_lambda_that_throws_is_refused_with_its_reason() =>
        Assert.Contains(
            "no such user",
            Assert.Throws<InvalidOperationException>(() => Draft.Of(_ => throw new ArgumentException("no such user"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_interface_that_is_not_refits_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Draft.New().WithRequest<INotRefit>(api => api.Something()));

        Assert.StartsWith("There is no Refit client for INotRefit.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_is_refused() =>
        Assert.Contains(
            "is not an interface",
            Assert.Throws<InvalidOperationException>(() => Draft.New().WithRequest<Plain>(_ => Task.CompletedTask)).Message,
            StringComparison.Ordinal);

    private sealed class Plain;
}
