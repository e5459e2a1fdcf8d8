namespace PactKit.Generators;

/// <summary>A piece of a pattern that can write a text it matches.</summary>
internal abstract record RegexNode
{
    private RegexNode() { }

    public abstract void Write(RegexWriter writer);

    public sealed record Sequence(IReadOnlyList<RegexNode> Nodes) : RegexNode
    {
        public override void Write(RegexWriter writer)
        {
            foreach (var node in Nodes) node.Write(writer);
        }
    }

    public sealed record Choice(IReadOnlyList<RegexNode> Nodes) : RegexNode
    {
        public override void Write(RegexWriter writer) => Nodes[writer.Random.Next(Nodes.Count)].Write(writer);
    }

    public sealed record Repeat(RegexNode Node, int Min, int Max) : RegexNode
    {
        public override void Write(RegexWriter writer)
        {
            for (var times = writer.Random.Next(Min, Max + 1); times > 0 && writer.MayRepeat(); times--) Node.Write(writer);
        }
    }

    public sealed record Group(RegexNode Node, IReadOnlyList<string> Names) : RegexNode
    {
        public override void Write(RegexWriter writer)
        {
            var start = writer.Length;
            Node.Write(writer);
            foreach (var name in Names) writer.Remember(name, start);
        }
    }

    public sealed record BackReference(string Name) : RegexNode
    {
        public override void Write(RegexWriter writer) => writer.WriteGroup(Name);
    }

    public sealed record Characters(CharacterSet Set) : RegexNode
    {
        public override void Write(RegexWriter writer) => writer.Write(Set.Pick(writer.Random));
    }
}
