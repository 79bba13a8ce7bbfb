using Coordination.Host.Vault;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Vault;

public sealed class ContactsTests
{
    [Theory]
    [InlineData("+62 812-3456-789", "+628123456789")]
    [InlineData("0812 3456 789", "+628123456789")]
    [InlineData("628123456789", "+628123456789")]
    [InlineData("0062 8123456789", "+628123456789")]
    [InlineData("+6200000011", "+6200000011")]
    [InlineData(" Bakung@Contoh.ID ", "bakung@contoh.id")]
    [InlineData("Jl.  Merdeka\n 1", "jl. merdeka 1")]
    public void One_contact_written_in_many_ways_is_one(string written, string normalised) => Contacts.Normalise(written).ShouldBe(normalised);

    [Fact]
    public void Nothing_is_no_contact() => Contacts.Normalise("  ").ShouldBeNull();
}
