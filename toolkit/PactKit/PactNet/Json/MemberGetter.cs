using System.Reflection;

namespace PactNet.Json;

/// <summary>Reads one property. A delegate of the property's own types: reflection would have code made for it at the second call.</summary>
internal abstract class MemberGetter
{
    public static MemberGetter Of(PropertyInfo member)
    {
        var getter = (MemberGetter)Activator.CreateInstance(typeof(Typed<,>).MakeGenericType(member.DeclaringType!, member.PropertyType))!;
        getter.Bind(member.GetMethod!);
        return getter;
    }

    public abstract object? Get(object owner);

    protected abstract void Bind(MethodInfo getter);

    private sealed class Typed<TOwner, TValue> : MemberGetter
    {
        private Func<TOwner, TValue> _get = null!;

        public override object? Get(object owner) => _get((TOwner)owner);

        protected override void Bind(MethodInfo getter) => _get = getter.CreateDelegate<Func<TOwner, TValue>>();
    }
}
