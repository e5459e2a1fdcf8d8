using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PactKit.Brokers;

namespace PactKit.Tests.Brokers;

/// <summary>A broker behind a certificate nobody knows.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task An_unknown_certificate_is_refused_unless_it_is_named_or_checks_are_switched_off()
    {
        using var certificate = SelfSigned(IPAddress.Loopback);
        await using var server = await ServerAsync(certificate);
        var options = new BrokerOptions { BaseUrl = new Uri(server.Urls.First()) };

        using (var careful = new PactBroker(options))
        {
            var error = (await careful.IndexAsync()).Error;
            Assert.Equal(BrokerErrorKind.Unreachable, error?.Kind);
            Assert.Contains("no secure connection", error?.Message, StringComparison.Ordinal);
        }

        using (var careless = new PactBroker(options with { SkipTlsVerification = true }))
            Assert.True((await careless.IndexAsync()).Succeeded);

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            using var informed = new PactBroker(options with { CertificateFile = file });
            Assert.True((await informed.IndexAsync()).Succeeded);

            // A certificate that is trusted, and made out to somebody else.
            using var foreign = SelfSigned(IPAddress.Parse("192.0.2.1"));
            await using var impostor = await ServerAsync(foreign);
            await File.WriteAllTextAsync(file, foreign.ExportCertificatePem());
            using var elsewhere = new PactBroker(options with { CertificateFile = file, BaseUrl = new Uri(impostor.Urls.First()) });
            Assert.False((await elsewhere.IndexAsync()).Succeeded);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<WebApplication> ServerAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        app.MapGet("/", () => Results.Content("""{"_links":{"self":{"href":"https://localhost"}}}""", "application/hal+json"));
        await app.StartAsync();
        return app;
    }

    private static X509Certificate2 SelfSigned(IPAddress host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
