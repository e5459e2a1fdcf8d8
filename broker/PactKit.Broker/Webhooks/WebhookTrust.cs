using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PactKit.Broker.Webhooks;

/// <summary>Trust in the certificate authorities of the operator, besides those of the system.</summary>
internal static class WebhookTrust
{
    /// <param name="pems">PEM texts; each may hold several certificates.</param>
    /// <exception cref="ArgumentException">One of them holds no certificate.</exception>
    public static X509ChainPolicy Policy(IEnumerable<string> pems)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        using (var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly)) policy.CustomTrustStore.AddRange(system.Certificates);
        foreach (var (index, pem) in pems.Index())
        {
            var before = policy.CustomTrustStore.Count;
            try
            {
                policy.CustomTrustStore.ImportFromPem(pem);
            }
            catch (CryptographicException failure)
            {
                throw new ArgumentException($"PACT_BROKER_WEBHOOK_CERTIFICATES__{index} cannot be read: {failure.Message}", failure);
            }

            if (policy.CustomTrustStore.Count == before) throw new ArgumentException($"PACT_BROKER_WEBHOOK_CERTIFICATES__{index} holds no certificate. Give PEM text that begins with -----BEGIN CERTIFICATE-----.");
        }

        return policy;
    }
}
