using System.Text.Json.Nodes;
using PactKit.Broker.Matrix;
using PactKit.Broker.Tests.Support;

namespace PactKit.Broker.Tests.Matrix;

/// <summary>Random histories and random questions: the broker and the plain model answer alike, row by row.</summary>
public abstract class MatrixModelTests<TDb>(TDb db) : BrokerTests(db), IClassFixture<TDb> where TDb : BrokerFixture
{
    private const int Steps = 40;
    private const int Questions = 60;
    private static readonly string[] Names = ["Foo", "Bar", "Quux", "app"];
    private static readonly string[] Environments = ["test", "production"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_broker_answers_as_the_model_does(int seed)
    {
        var random = new Random(seed);
        var model = new MatrixModel();
        foreach (var environment in Environments) await Given.Environment(environment);
        foreach (var name in Names) await TestData.Ok(Given.Post("/pacticipants", new { name }));
        for (var at = 1; at <= Steps; at++) await StepAsync(model, random, at);
        for (var question = 0; question < Questions; question++)
        {
            var query = Query(random);
            var expected = model.Answer(query);
            var answer = await TestData.Ok(Given.Get(Url(query)));
            var summary = answer.Json["summary"]!;
            Assert.True(expected.Summary == $"{(bool?)summary["deployable"]} {summary["success"]}/{summary["failed"]}/{summary["unknown"]}", $"{Url(query)}: {expected.Summary}, not {summary}");
            Assert.True(expected.Rows.SequenceEqual(answer.Json["matrix"]!.AsArray().Select(Text)), $"{Url(query)}: {string.Join("; ", expected.Rows)}, not {answer.Text}");
        }
    }

    private async Task StepAsync(MatrixModel model, Random random, int at)
    {
        var (name, number) = (Pick(random, Names), random.Next(1, 5).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var exists = model.Versions.Contains((name, number));
        switch (random.Next(10))
        {
            case < 4:
                var provider = Pick(random, Names.Where(other => other != name).ToArray());
                if (model.Pacts.Any(pact => (pact.Consumer, pact.Number, pact.Provider) == (name, number, provider))) return;
                var content = Pick(random, "a", "b", "c");
                await Given.Publish(name, number, provider, TestData.Content(name, provider, content));
                model.Add(name, number);
                model.Pacts.Add(new(name, number, provider, content, at));
                break;
            case < 7 when model.Pacts.Count > 0:
                var verified = model.Pacts[random.Next(model.Pacts.Count)];
                var success = random.Next(4) > 0;
                await Given.Verify(verified.Consumer, verified.Number, verified.Provider, number, success);
                model.Add(verified.Provider, number);
                model.Results.Add(new(verified.Consumer, verified.Provider, verified.Content, number, success, at));
                break;
            case 7:
                var branch = Pick(random, "main", "feat");
                await Given.Version(name, number, branch);
                model.Add(name, number);
                model.AddToBranch(name, number, branch);
                break;
            case 8 when exists:
                var tag = Pick(random, "prod", "dev");
                await Given.Version(name, number, null, tag);
                // A version's first tag is its branch, where it has none.
                if (!model.Branches.Any(b => (b.Pacticipant, b.Number) == (name, number)) && !model.Tags.Any(t => (t.Pacticipant, t.Number) == (name, number))) model.AddToBranch(name, number, tag);
                model.Tags.Add((name, number, tag));
                break;
            case 9 when exists:
                var environment = Pick(random, Environments);
                if (random.Next(2) == 0)
                {
                    await Given.Deploy(name, number, environment);
                    model.Deployed[(name, environment)] = number;
                }
                else
                {
                    await Given.Release(name, number, environment);
                    model.Released.Add((name, number, environment));
                }

                break;
        }
    }

    private static MatrixQuery Query(Random random)
    {
        var names = Names.ToArray();
        random.Shuffle(names);
        MatrixSelector[] ignore = [new() { Pacticipant = Pick(random, Names), Version = random.Next(2) == 0 ? null : "1" }];
        return new MatrixQuery
        {
            Selectors = names.Take(Pick(random, 1, 1, 2, 3)).Select(name => Selector(random, name)).ToList(),
            Ignore = random.Next(3) == 0 ? ignore : [],
            Destination = Pick(random, new(), new(), new() { Latest = true }, new() { Tag = "prod", Latest = true }, new() { Tag = "dev" }, new() { Environment = "test" }, new Destination { MainBranch = true }),
            LatestBy = Pick(random, LatestBy.None, LatestBy.ConsumerVersionProviderVersion, LatestBy.ConsumerVersionProvider, LatestBy.ConsumerProvider),
        };
    }

    private static MatrixSelector Selector(Random random, string name)
    {
        var latest = random.Next(2) == 0;
        return random.Next(8) switch
        {
            < 3 => new() { Pacticipant = name, Version = random.Next(1, 6).ToString(System.Globalization.CultureInfo.InvariantCulture) },
            3 => new() { Pacticipant = name, Branch = "feat", Latest = latest },
            4 => new() { Pacticipant = name, MainBranch = true, Latest = latest },
            5 => new() { Pacticipant = name, Tag = "prod", Latest = latest },
            6 => new() { Pacticipant = name, Environment = "test" },
            _ => new() { Pacticipant = name, Latest = latest },
        };
    }

    private static string Url(MatrixQuery query)
    {
        var parts = new List<string> { "limit=1000" };
        void Add(string name, object? value)
        {
            if (value is not null and not false) parts.Add($"{name}={value}".Replace("=True", "=true", StringComparison.Ordinal));
        }

        foreach (var (list, selector) in query.Selectors.Select(selector => ("q", selector)).Concat(query.Ignore.Select(selector => ("ignore", selector))))
        {
            Add($"{list}[][pacticipant]", selector.Pacticipant);
            Add($"{list}[][version]", selector.Version);
            Add($"{list}[][branch]", selector.Branch);
            Add($"{list}[][mainBranch]", selector.MainBranch);
            Add($"{list}[][tag]", selector.Tag);
            Add($"{list}[][environment]", selector.Environment);
            Add($"{list}[][latest]", selector.Latest);
        }

        Add("latest", query.Destination.Latest);
        Add("tag", query.Destination.Tag);
        Add("environment", query.Destination.Environment);
        Add("mainBranch", query.Destination.MainBranch);
        Add("latestby", query.LatestBy switch { LatestBy.ConsumerVersionProviderVersion => "cvpv", LatestBy.ConsumerVersionProvider => "cvp", LatestBy.ConsumerProvider => "cp", _ => null });
        return "/matrix?" + string.Join('&', parts);
    }

    private static string Text(JsonNode? row)
    {
        var (consumer, provider) = (row!["consumer"]!, row["provider"]!);
        return $"{consumer["name"]} {consumer["version"]!["number"]} {provider["name"]} {provider["version"]?["number"]} {(bool?)row["verificationResult"]?["success"]}{(row["ignored"] is null ? "" : " ignored")}";
    }

    private static T Pick<T>(Random random, params T[] items) => items[random.Next(items.Length)];
}

public sealed class MatrixModelOnSqliteTests(SqliteBroker db) : MatrixModelTests<SqliteBroker>(db);

public sealed class MatrixModelOnPostgresTests(PostgresBroker db) : MatrixModelTests<PostgresBroker>(db);
