using System.Reflection;
using Coordination.Domain.Kernel;
using Coordination.Host.Http;
using Coordination.Host.Resources;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Http;

public sealed class ProblemTextsTests
{
    [Fact]
    public void Every_refusal_has_a_text_in_both_languages()
    {
        Refusals().Select(refusal => refusal.Code).Except(ProblemTexts.Indonesian.Keys).ShouldBeEmpty();
        Refusals().ShouldAllBe(refusal => refusal.Message.Length > 0);
    }

    [Fact]
    public void No_text_is_left_of_a_refusal_that_went() =>
        ProblemTexts.Indonesian.Keys.Except(Refusals().Select(refusal => refusal.Code)).ShouldBeEmpty();

    [Fact]
    public void Refusal_codes_are_unique() =>
        Refusals().GroupBy(refusal => refusal.Code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Theory]
    [InlineData(null, "id")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9,id;q=0.8", "en")]
    [InlineData("fr, id;q=0.5", "id")]
    [InlineData("fr", "id")]
    public void Indonesian_unless_English_is_preferred(string? header, string language)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        Language.Of(context.Request).Code.ShouldBe(language);
    }

    private static IEnumerable<Refusal> Refusals() =>
        from assembly in new[] { typeof(Refusal).Assembly, typeof(Problem).Assembly }
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        let value = field.FieldType == typeof(Refusal) || field.FieldType == typeof(HttpRefusal) ? field.GetValue(null) : null
        select value switch { HttpRefusal http => http.Refusal, Refusal refusal => refusal, _ => null } into found
        where found is not null
        select found;
}
