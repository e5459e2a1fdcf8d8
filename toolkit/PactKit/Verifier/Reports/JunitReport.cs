using System.Globalization;
using System.Text;
using System.Xml;

namespace PactKit.Verifier.Reports;

/// <summary>
/// The report as JUnit XML, which build servers show as tests: a suite for the provider, a case per interaction. A pending failure is a
/// skipped case, what could not be loaded a case with an error.
/// </summary>
internal static class JunitReport
{
    public static byte[] Write(VerificationReport report)
    {
        using var output = new MemoryStream();
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            WriteCounts(xml, report);
            foreach (var error in report.Errors) WriteError(xml, report.Provider, error);
            foreach (var pact in report.Pacts)
            foreach (var interaction in pact.Interactions) WriteCase(xml, pact, interaction);
        }

        return output.ToArray();
    }

    private static void WriteCounts(XmlWriter xml, VerificationReport report)
    {
        var all = report.Pacts.SelectMany(pact => pact.Interactions).ToList();
        Attribute(xml, "name", $"Pacts of {report.Provider}");
        Attribute(xml, "tests", Text(all.Count + report.Errors.Count));
        Attribute(xml, "failures", Text(all.Count(interaction => interaction.FailsTheRun)));
        Attribute(xml, "errors", Text(report.Errors.Count));
        Attribute(xml, "skipped", Text(all.Count(interaction => interaction is { Passed: false, Pending: true })));
        Attribute(xml, "time", Seconds(TimeSpan.FromTicks(all.Sum(interaction => interaction.Duration.Ticks))));
    }

    private static void WriteError(XmlWriter xml, string provider, string error)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", "Loading the pacts");
        Attribute(xml, "classname", provider);
        xml.WriteStartElement("error");
        Attribute(xml, "message", error);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, PactReport pact, InteractionReport report)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", InteractionText.Title(report.Interaction));
        Attribute(xml, "classname", $"{pact.Pact.Consumer} - {pact.Pact.Provider}");
        Attribute(xml, "time", Seconds(report.Duration));
        if (!report.Passed)
        {
            var reason = report.Error ?? report.Mismatches[0].Description;
            if (report.Error is null && report.Mismatches.Count > 1) reason += $" (and {Text(report.Mismatches.Count - 1)} more)";
            var text = string.Join('\n', new[] { report.Error, VerificationText.Mismatches(report) }.Where(part => !string.IsNullOrEmpty(part)));
            xml.WriteStartElement(report.Pending ? "skipped" : "failure");
            Attribute(xml, "message", report.Pending ? $"Pending: {reason}" : reason);
            if (!report.Pending) xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteElementString("system-out", Clean(text));
        }

        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Clean(value));

    // A description may hold what XML cannot, not even escaped.
    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
