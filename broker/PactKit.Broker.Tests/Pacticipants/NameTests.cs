using PactKit.Broker.Pacticipants;

namespace PactKit.Broker.Tests.Pacticipants;

public sealed class NameTests
{
    [Theory]
    [InlineData("my-service", "My Service")]
    [InlineData("ABCService", "ABC Service")]
    [InlineData("A4Service", "A4 Service")]
    [InlineData("providerJSWorkshop", "Provider JS Workshop")]
    [InlineData("e2e Provider Example", "E2e Provider Example")]
    [InlineData("MP - Our Provider", "MP - Our Provider")]
    [InlineData("ünï-cödé", "ünï Cödé")]
    [InlineData("foo--bar", "Foo -bar")]
    [InlineData("HTTPServer2Go", "HTTP Server2 Go")]
    [InlineData("x y  z", "X Y Z")]
    [InlineData("2fast", "2fast")]
    public void A_display_name_is_made_from_the_words(string name, string expected) => Assert.Equal(expected, DisplayName.From(name));

    [Theory]
    [InlineData("accounts", "account-service", true)]
    [InlineData("accounts", "account-api", true)]
    [InlineData("accounts", "AccountProvider", true)]
    [InlineData("Contract Service", "Contracts", true)]
    [InlineData("The Accounts", "Accounts", false)]
    [InlineData("accounts", "accounts-receivable", false)]
    public void Similar_names_are_recognised(string one, string two, bool similar) => Assert.Equal(similar ? [two] : [], SimilarNames.To(one, [two]));
}
