using Coordination.Domain;
using Coordination.Domain.Networks;
using Coordination.Domain.Screening;
using Coordination.Domain.Tips;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;
using Coordination.Projections.Snapshots;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Snapshots;

/// <summary>Forms that are made from the shape of events.</summary>
public sealed class FactFieldTests
{
    [Fact]
    public void Every_fact_of_every_kind_can_be_asked_for_by_a_form()
    {
        var facts = Catalogue.Entries.Where(entry => !entry.SystemOnly && SnapshotKinds.Find(entry.Stream.Type) is not null);
        facts.Where(entry => FactField.Of(entry.Event) is null).Select(entry => entry.Alias).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_is_asked_for_by_what_it_is()
    {
        Shapes<WatchEntryProposed>("kind", "reason", "person", "contact", "case")
            .ShouldBe([FactShape.One, FactShape.Text, FactShape.Person, FactShape.Contact, FactShape.Case]);
        Shapes<TipReceived>("anonymous", "signs", "phones", "subjects", "departure", "outsidersLodged", "trackingCode")
            .ShouldBe([FactShape.Tick, FactShape.Many, FactShape.Contacts, FactShape.Rows, FactShape.Group, FactShape.Whole, FactShape.Line]);
        Shapes<TipAssigned>("toAgency").ShouldBe([FactShape.Agency]);
        FactField.Of(typeof(DepartureDeferred))!.ShouldContain(field => field.Shape == FactShape.Day || field.Shape == FactShape.Many);
        FactField.Of(typeof(WatchEntryProposed))!.Single(field => field.Name == "person").Optional.ShouldBeTrue();
        FactField.Of(typeof(WatchEntryProposed))!.Single(field => field.Name == "reason").Optional.ShouldBeFalse();
    }

    [Fact]
    public void What_was_typed_becomes_the_body_that_a_system_would_send()
    {
        var (body, errors) = Read<TipReceived>(
            ("channel", "Pulpit"), ("anonymous", "ya"), ("urgency", "Urgent"), ("summary", "Tawaran kerja."), ("phones", "+6200000011\r\n+6200000012"),
            ("signs", "JobOffer"), ("subjects.0.role", "Recruiter"), ("subjects.0.person.name", "Elang"), ("subjects.2.role", "Recruiter"),
            ("departure.on", "2026-02-12"), ("outsidersLodged", "4"));
        errors.ShouldBeEmpty();
        body.ShouldBe(
            """{"channel":"Pulpit","anonymous":true,"urgency":"Urgent","summary":"Tawaran kerja.","subjects":[{"person":{"name":"Elang"},"role":"Recruiter"}],"phones":["\u002B6200000011","\u002B6200000012"],"outsidersLodged":4,"signs":["JobOffer"],"departure":{"on":"2026-02-12"}}""");
    }

    [Fact]
    public void What_is_missing_or_no_number_is_said_at_its_field()
    {
        var (_, errors) = Read<TipReceived>(("channel", "Pulpit"), ("urgency", "Urgent"), ("outsidersLodged", "empat"));
        errors.Select(error => error.Field).ShouldBe(["f.summary", "f.outsidersLodged"], ignoreOrder: true);
    }

    [Fact]
    public void A_person_on_record_is_named_by_reference_and_anybody_else_by_identity()
    {
        var known = Guid.CreateVersion7().ToString();
        Read<WatchEntryProposed>(("kind", "Interest"), ("reason", "a"), ("action", "b"), ("person", known)).Body.ShouldContain($"\"person\":\"{known}\"");
        Read<WatchEntryProposed>(("kind", "Interest"), ("reason", "a"), ("action", "b"), ("person", ""), ("person.passport", "ZZ0000001")).Body
            .ShouldContain("\"person\":{\"passport\":\"ZZ0000001\"}");
    }

    [Fact]
    public void A_person_on_record_and_another_identity_at_once_are_not_guessed_between()
    {
        var (_, errors) = Read<WatchEntryProposed>(
            ("kind", "Interest"), ("reason", "a"), ("action", "b"), ("person", Guid.CreateVersion7().ToString()), ("person.name", "Elang"));
        errors.ShouldHaveSingleItem().Field.ShouldBe("f.person");
    }

    [Theory]
    [InlineData("Didampingi elang.", "f.reason")]
    [InlineData("Paspor (ZZ0000001) dipegang orang lain.", "f.reason")]
    [InlineData("Elangga dan di sini.", null)]
    public void An_identity_that_was_typed_for_a_person_does_not_stand_in_a_text(string reason, string? field)
    {
        var form = Form(("reason", reason), ("action", "Wawancarai."), ("person.name", "Elang di"), ("person.passport", "ZZ0000001"));
        IdentitiesInText.Of(FactField.Of(typeof(WatchEntryProposed))!, "f", form, Texts.Indonesian).Select(error => error.Field)
            .ShouldBe(field is null ? [] : [field]);
    }

    private static IEnumerable<FactShape> Shapes<TFact>(params string[] members)
    {
        var fields = FactField.Of(typeof(TFact))!;
        return members.Select(member => fields.Single(field => field.Name == member).Shape);
    }

    private static (string Body, List<FormError> Errors) Read<TFact>(params (string Name, string Value)[] typed)
    {
        var errors = new List<FormError>();
        var body = new FactInput(Form(typed), Domain.Reference.Places.ZoneOf(null), Texts.Indonesian, errors).Read(FactField.Of(typeof(TFact))!, "f");
        return (body.ToJsonString(), errors);
    }

    private static FormValues Form(params (string Name, string Value)[] typed) =>
        new(new FormCollection(typed.ToDictionary(one => $"f.{one.Name}", one => new StringValues(one.Value), StringComparer.Ordinal)));
}
