namespace ApiGateway.TestHost.ProviderStates;

public enum ProviderStateAction
{
    Setup,
    Teardown,
}
