namespace PactNet.Verifier;

/// <summary>Options of pacts from a broker.</summary>
public interface IPactBrokerOptions
{
    /// <summary>Signs in with a name and a password.</summary>
    IPactBrokerOptions BasicAuthentication(string username, string password);

    /// <summary>Signs in with a bearer token.</summary>
    IPactBrokerOptions TokenAuthentication(string token);

    /// <summary>Publishes the results to the broker as this version of the provider.</summary>
    IPactBrokerOptions PublishResults(string providerVersion);

    /// <inheritdoc cref="PublishResults(string)"/>
    IPactBrokerOptions PublishResults(string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Publishes the results if the condition holds, say on a build server.</summary>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion);

    /// <inheritdoc cref="PublishResults(bool, string)"/>
    IPactBrokerOptions PublishResults(bool condition, string providerVersion, Action<IPactBrokerPublishOptions> configure);

    /// <summary>Lets pacts that no version of this branch has verified yet fail without failing the run.</summary>
    IPactBrokerOptions EnablePending();

    /// <summary>Branch of the provider that is verified.</summary>
    IPactBrokerOptions ProviderBranch(string branch);

    /// <summary>Tags of the provider that is verified.</summary>
    IPactBrokerOptions ProviderTags(params string[] tags);

    /// <summary>Latest pacts with these tags. Ignored when there are selectors.</summary>
    IPactBrokerOptions ConsumerTags(params string[] tags);

    /// <summary>Which pacts to verify.</summary>
    IPactBrokerOptions ConsumerVersionSelectors(ICollection<ConsumerVersionSelector> selectors);

    /// <inheritdoc cref="ConsumerVersionSelectors(ICollection{ConsumerVersionSelector})"/>
    IPactBrokerOptions ConsumerVersionSelectors(params ConsumerVersionSelector[] selectors);

    /// <summary>Adds work-in-progress pacts published since this day. They fail without failing the run.</summary>
    IPactBrokerOptions IncludeWipPactsSince(DateTime date);
}
