using Coordination.Host.Security;
using Coordination.Host.Vault;
using Coordination.Testing;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Security;

public sealed class PasswordCheckTests(Database database) : IClassFixture<Database>
{
    private static readonly PasswordHash Hash = PasswordHash.Create("melati-putih-2026");

    [Fact]
    public async Task The_right_password_is_right_and_another_is_not()
    {
        using var check = Check();
        (await check.Check("batam", "melati-putih-2026", Hash, TestContext.Current.CancellationToken)).ShouldBe(PasswordAnswer.Right);
        (await check.Check("batam", "melati-putih-2027", Hash, TestContext.Current.CancellationToken)).ShouldBe(PasswordAnswer.Wrong);
    }

    [Fact]
    public async Task After_five_wrong_tries_a_name_waits_whether_it_exists_or_not_and_whoever_was_in_before_stays_welcome()
    {
        using var check = Check();
        await check.Check("batam", "melati-putih-2026", Hash, TestContext.Current.CancellationToken);
        for (var i = 0; i < 5; i++)
            (await check.Check("batam", "wrong", Hash, TestContext.Current.CancellationToken)).ShouldBe(PasswordAnswer.Wrong);
        (await check.Check("batam", "wrong", Hash, TestContext.Current.CancellationToken)).ShouldBe(PasswordAnswer.Later);
        (await check.Check("batam", "melati-putih-2026", Hash, TestContext.Current.CancellationToken)).ShouldBe(PasswordAnswer.Right);
    }

    private PasswordCheck Check() => new(
        TimeProvider.System, new Backoff("password", database.Runtime, IndexKey.LoadOrCreate(TestDirectory.Create())));

    [Fact]
    public void A_stored_hash_reads_back() => PasswordHash.Parse(Hash.ToString()).Matches("melati-putih-2026").ShouldBeTrue();

    [Fact]
    public void Asvs_11_4_2_a_guess_costs_six_hundred_thousand_rounds_for_nobody_too()
    {
        PasswordHash.Nobody.Iterations.ShouldBeGreaterThanOrEqualTo(600_000);
        Hash.Iterations.ShouldBeGreaterThanOrEqualTo(600_000);
    }
}
