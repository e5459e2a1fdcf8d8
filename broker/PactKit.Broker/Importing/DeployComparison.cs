using System.Text.Json;

namespace PactKit.Broker.Importing;

/// <param name="Asked">Questions both brokers answered.</param>
/// <param name="Different">One sentence per answer that differs.</param>
internal sealed record ComparedAnswers(int Asked, IReadOnlyList<string> Different);

/// <summary>
/// Asks both brokers can-i-deploy, for each pacticipant's latest version, the heads of its main branch and what is deployed, with each
/// environment and with the latest of the others: an import is right when gates open and close as before.
/// </summary>
internal sealed class DeployComparison(SourceBroker source, IImportTarget target)
{
    public async Task<ComparedAnswers> RunAsync(CancellationToken ct)
    {
        var environments = (await source.ListAsync("/environments", "environments", ct) ?? []).Select(item => item.Text("name")).OfType<string>().ToList();
        var deployed = await DeployedAsync(ct);
        var questions = new List<(string Text, string Query)>();
        foreach (var pacticipant in await source.ListAsync("/pacticipants", "pacticipants", ct) ?? [])
        {
            if (pacticipant.Text("name") is not { } name) continue;
            var path = "/pacticipants/" + Uri.EscapeDataString(name);
            var numbers = new List<string?> { (await source.FindAsync(path + "/latest-version", ct))?.Text("number") };
            if (pacticipant.Text("mainBranch") is { } main) numbers.Add((await source.FindAsync($"{path}/branches/{Uri.EscapeDataString(main)}/latest-version", ct))?.Text("number"));
            foreach (var number in numbers.Concat(deployed[name]).OfType<string>().Distinct())
            {
                var query = $"q%5B%5D%5Bpacticipant%5D={Uri.EscapeDataString(name)}&q%5B%5D%5Bversion%5D={Uri.EscapeDataString(number)}";
                questions.Add(($"{name} {number} with the latest of the others", query + "&latestby=cvp&latest=true"));
                questions.AddRange(environments.Select(environment => ($"{name} {number} to {environment}", $"{query}&latestby=cvpv&environment={Uri.EscapeDataString(environment)}")));
            }
        }

        var answers = await Importer.EachAsync(questions, async question => await CompareAsync(question.Text, question.Query, ct), ct);
        return new ComparedAnswers(answers.Count(answer => answer is not null), [.. answers.OfType<string>().Where(answer => answer.Length > 0)]);
    }

    /// <summary>Null when the other broker does not answer; empty when both say the same.</summary>
    private async Task<string?> CompareAsync(string question, string query, CancellationToken ct)
    {
        if ((await source.FindAsync("/matrix?" + query, ct))?.Member("summary") is not { } summary) return null;
        var (there, here) = (summary.Flag("deployable"), await target.MayDeployAsync(query, ct));
        return there == here ? "" : $"{question}: the other broker says {Word(there)}, this one {Word(here)}";
    }

    private async Task<ILookup<string, string>> DeployedAsync(CancellationToken ct)
    {
        var found = new List<(string, string)>();
        foreach (var environment in await source.ListAsync("/environments", "environments", ct) ?? [])
        {
            foreach (var (relation, list) in new[] { ("pb:currently-deployed-deployed-versions", "deployedVersions"), ("pb:currently-supported-released-versions", "releasedVersions") })
            {
                if (environment.Href(relation) is not { } link || await source.FindAsync(link, ct) is not { } answer) continue;
                foreach (var item in (answer.Member("_embedded") ?? default).Items(list))
                {
                    if (item.Member("_embedded", "pacticipant")?.Text("name") is { } name && item.Member("_embedded", "version")?.Text("number") is { } number) found.Add((name, number));
                }
            }
        }

        return found.ToLookup(item => item.Item1, item => item.Item2);
    }

    private static string Word(bool? deployable) => deployable switch { true => "yes", false => "no", null => "unknown" };
}
