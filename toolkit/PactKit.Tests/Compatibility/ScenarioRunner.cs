using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Gherkin.Ast;

namespace PactKit.Tests.Compatibility;

/// <summary>
/// Runs a scenario with the step methods of the objects given. To cover more features: a class with <see cref="StepAttribute"/>
/// methods, and a theory over <see cref="SuiteScenario.RowsOf"/> that hands new instances of it to <see cref="Run"/>.
/// </summary>
internal static class ScenarioRunner
{
    public static async Task Run(string row, params object[] stepSets)
    {
        foreach (var step in SuiteScenario.Find(row).Steps)
        {
            var (target, method, arguments) = Find(step, stepSets);
            try
            {
                if (method.Invoke(target, arguments) is Task task) await task;
            }
            catch (TargetInvocationException e) when (e.InnerException is not null)
            {
                throw new InvalidOperationException($"{step.Keyword}{step.Text}: {e.InnerException.Message}", e.InnerException);
            }
        }
    }

    private static (object Target, MethodInfo Method, object[] Arguments) Find(Step step, object[] stepSets)
    {
        var found = (
            from target in stepSets
            from method in target.GetType().GetMethods()
            from attribute in method.GetCustomAttributes<StepAttribute>()
            let match = Regex.Match(step.Text, $@"\A(?:{attribute.Pattern})\z", RegexOptions.CultureInvariant)
            where match.Success
            select (target, method, Arguments(method, match, step))).ToList();
        if (found.Count == 1) return found[0];
        throw new InvalidOperationException(found.Count == 0
            ? $"No step method for: {step.Text}"
            : $"Several step methods for: {step.Text}: {string.Join(", ", found.Select(f => f.method.Name))}");
    }

    private static object[] Arguments(MethodInfo method, Match match, Step step)
    {
        var texts = match.Groups.Cast<Group>().Skip(1).Select(g => g.Value).ToList();
        var parameters = method.GetParameters();
        return
        [
            .. parameters.Select((parameter, i) => parameter.ParameterType switch
            {
                var type when type == typeof(StepTable) => new StepTable(step.DataTable),
                var type when type == typeof(int) => int.Parse(texts[i], CultureInfo.InvariantCulture),
                _ => (object)texts[i],
            }),
        ];
    }
}
