using System.Linq.Expressions;
using System.Reflection;

namespace PactKit;

/// <summary>One step from an object to a part of it: a property, or what an index finds.</summary>
/// <param name="Type">Type of the object.</param>
/// <param name="Member">The property or field, or null for an index.</param>
/// <param name="Index">The index or key, or null for a member.</param>
internal readonly record struct MemberStep(Type Type, MemberInfo? Member, object? Index);

/// <summary>Reads the way to a member off a lambda.</summary>
internal static class MemberPath
{
    /// <exception cref="ArgumentException">There is more in it than properties and indexes.</exception>
    public static IReadOnlyList<MemberStep> Of(LambdaExpression lambda)
    {
        var steps = new List<MemberStep>();
        var at = Bare(lambda.Body);
        while (at is not ParameterExpression)
        {
            (var step, at) = Step(at, lambda);
            steps.Add(step);
            at = Bare(at);
        }

        if (steps.Count == 0) throw new ArgumentException($"{lambda} is the example itself: name a member of it, as in x => x.Email.", nameof(lambda));
        steps.Reverse();
        return steps;
    }

    private static (MemberStep Step, Expression Before) Step(Expression at, LambdaExpression lambda) => at switch
    {
        MemberExpression { Expression: { } before } member => (new MemberStep(Bare(before).Type, member.Member, null), before),
        BinaryExpression { NodeType: ExpressionType.ArrayIndex } index => (new MemberStep(index.Left.Type, null, Value(index.Right)), index.Left),
        MethodCallExpression { Object: { } before, Method.Name: "get_Item", Arguments: [var index] } =>
            (new MemberStep(before.Type, null, Value(index)), before),
        _ => throw new ArgumentException($"{lambda} does not lead to a member: use properties and indexes only, as in x => x.Lines[0].Sku.", nameof(lambda)),
    };

    // The compiler turns a value type into an object where a lambda asks for one.
    private static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } converted ? Bare(converted.Operand) : expression;

    private static object Value(Expression index) => Expression.Lambda<Func<object>>(Expression.Convert(index, typeof(object))).Compile()();
}
