using System.Text.Json;
using System.Text.Json.Serialization;
using PactNet.Matchers;

namespace PactKit;

/// <summary>A matcher that writes itself, with the serialiser settings of the body it is in.</summary>
internal interface IWrittenMatcher : IMatcher
{
    void Write(Utf8JsonWriter writer, JsonSerializerOptions options);
}

/// <summary>Has such matchers write themselves wherever the serialiser meets them: as an IMatcher, as an object, as their own class.</summary>
internal sealed class WrittenMatcherConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(IWrittenMatcher).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : IWrittenMatcher
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("A matcher can be written to JSON, not read from it.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer, options);
    }
}
