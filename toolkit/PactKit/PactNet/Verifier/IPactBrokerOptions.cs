namespace PactNet.Verifier;

/// <summary>Options of pacts from a broker.</summary>
public interface IPactBrokerOptions
{
    /// <summary>Signs in with a name and a password. A token wins over both.</summary>
    IPactBrokerOptions BasicAuthentication(string username, string password);

    /// <summary>Signs in with a bearer token.</summary>
    IPactBrokerOptions TokenAuthentication(string token);

    /// <summary>
    /// Publishes the results to the broker as this version of the provider, usually a commit; failures and pending pacts included. Not published
    /// unless told. Only builds should do it: results of a developer's machine count as much.
    /// </summary>
    /// <exception cref="ArgumentException">The version is blank.</exception>
    IPactBrokerOptions PublishResults(string providerVersion);

    /// <inheritdoc cref="PublishResults(string)"/>
    IPactBrokerOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Publishes the results if the condition holds, say on a build server; otherwise the version may be blank.</summary>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion);

    /// <inheritdoc cref="PublishResults(bool, string)"/>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>
    /// Lets pacts that no version of this branch has verified yet fail without failing the run. The broker asks for a branch or tags: see
    /// <see cref="ProviderBranch"/>.
    /// </summary>
    IPactBrokerOptions EnablePending();

    /// <summary>Branch of the provider that is verified; it selects pacts. Results get a branch only by <c>PublishResults</c>.</summary>
    IPactBrokerOptions ProviderBranch(string branch);

    /// <summary>Tags of the provider that is verified; they select pacts. Results get tags only by <c>PublishResults</c>.</summary>
    IPactBrokerOptions ProviderTags(params string[] tags);

    /// <summary>Latest pacts with these tags. Ignored when there are selectors.</summary>
    IPactBrokerOptions ConsumerTags(params string[] tags);

    /// <summary>
    /// Which pacts to verify; a second call replaces the first. None: what the broker thinks best, as a rule main branches and what is
    /// deployed.
    /// </summary>
    IPactBrokerOptions ConsumerVersionSelectors(ICollection<ConsumerVersionSelector> selectors);

    /// <inheritdoc cref="ConsumerVersionSelectors(ICollection{ConsumerVersionSelector})"/>
    IPactBrokerOptions ConsumerVersionSelectors(params ConsumerVersionSelector[] selectors);

    /// <summary>
    /// Adds work-in-progress pacts published since this day; the time of day is dropped. They fail without failing the run.
    /// </summary>
    IPactBrokerOptions IncludeWipPactsSince(DateTime date);
}
