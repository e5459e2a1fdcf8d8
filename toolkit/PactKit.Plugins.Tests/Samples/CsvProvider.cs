using System.Net;
using System.Text;

namespace PactKit.Plugins.Tests.Samples;

/// <summary>A provider of reports, in memory.</summary>
internal sealed class CsvProvider(string report) : HttpMessageHandler
{
    public string? Received { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            Received = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.Created);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(report, Encoding.UTF8, "text/csv") };
    }
}
