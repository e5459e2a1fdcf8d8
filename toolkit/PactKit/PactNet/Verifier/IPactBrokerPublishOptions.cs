namespace PactNet.Verifier;

/// <summary>What is said about the provider version when results are published.</summary>
public interface IPactBrokerPublishOptions
{
    /// <summary>Tags to put on the version.</summary>
    IPactBrokerPublishOptions ProviderTags(params string[] tags);

    /// <summary>Branch the version belongs to.</summary>
    IPactBrokerPublishOptions ProviderBranch(string branch);

    /// <summary>Address of the build that ran the verification.</summary>
    IPactBrokerPublishOptions BuildUri(Uri uri);
}
