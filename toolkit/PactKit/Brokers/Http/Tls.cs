using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PactKit.Brokers.Http;

/// <summary>The handler under the client when the user gave no <see cref="HttpClient"/>: pooled connections, TLS as asked.</summary>
internal static class Tls
{
    public static SocketsHttpHandler Handler(BrokerOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // A redirect loses the credentials and turns a POST into a GET; the user had better know the right address.
            AllowAutoRedirect = false,
        };
        if (options.SkipTlsVerification)
            handler.SslOptions.RemoteCertificateValidationCallback = AcceptAnything();
        else if (options.CertificateFile is { } file)
            handler.SslOptions.RemoteCertificateValidationCallback = Trusting(file);
        return handler;
    }

    [SuppressMessage("Security", "CA5359", Justification = "The user asked for it by name.")]
    private static RemoteCertificateValidationCallback AcceptAnything() => (_, _, _, _) => true;

    private static RemoteCertificateValidationCallback Trusting(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        if (roots.Count == 0) throw new CryptographicException($"'{file}' holds no certificate in PEM form.");
        return (_, certificate, presented, errors) =>
        {
            if (errors == SslPolicyErrors.None) return true;
            if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 leaf) return false;
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots);
            foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
                chain.ChainPolicy.ExtraStore.Add(element.Certificate);
            return chain.Build(leaf);
        };
    }
}
