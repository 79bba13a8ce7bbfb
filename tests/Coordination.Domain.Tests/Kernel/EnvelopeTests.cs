using System.Text;
using System.Text.Json;
using Coordination.Domain.Kernel;
using Shouldly;
using Xunit;
using static Coordination.Domain.Tests.Known;

namespace Coordination.Domain.Tests.Kernel;

public sealed class EnvelopeTests
{
    private static readonly Envelope Full = new(
        Sekupang, Monday, Monday.AddHours(4), "TPI-SEKUPANG", ["UU-6-2011:16"], new(Level.R, ["members", "agency:BP3MI"], ["H2"]), "BAP/017");

    [Fact]
    public void An_envelope_comes_back_as_it_was_written()
    {
        var stored = EnvelopeHeaders.Read(EnvelopeHeaders.Write(Full, [Teratai, Gagak]), Sekupang.Id, Full.RecordedAt);
        Text(stored.Envelope).ShouldBe(Text(Full));
        stored.Persons.ShouldBe([Teratai, Gagak]);
    }

    [Fact]
    public void What_is_not_there_comes_back_as_not_there()
    {
        var bare = Full with { Place = null, SourceRef = null, LegalBasis = [], Marking = Marking.Of(Level.T) };
        Text(EnvelopeHeaders.Read(EnvelopeHeaders.Write(bare, []), Sekupang.Id, bare.RecordedAt).Envelope).ShouldBe(Text(bare));
    }

    [Fact]
    public void Headers_carry_what_the_store_promises() =>
        Encoding.UTF8.GetString(EnvelopeHeaders.Write(Full, [Teratai])).ShouldBe(
            """
            {"occurredAt":"2026-02-02T08:00:00+07:00","agency":"IMIGRASI","unit":"TPI-SEKUPANG","role":"Officer","clearance":"R","place":"TPI-SEKUPANG","legalBasis":["UU-6-2011:16"],"marking":{"level":"R","audience":["members","agency:BP3MI"],"caveats":["H2"]},"sourceRef":"BAP/017","persons":["00000000-0000-0000-0000-00000000fe02"]}
            """);

    [Fact]
    public void Headers_of_a_later_version_are_read_for_what_is_known()
    {
        const string later =
            """
            {"signature":{"by":["a"],"n":1},"unit":"KANIM-BATAM","agency":"IMIGRASI","role":"Officer","clearance":"T",
             "marking":{"releasable":["x"],"caveats":[],"audience":[],"level":"B"},"legalBasis":[],"persons":[],"occurredAt":"2026-02-02T01:00:00Z"}
            """;
        var read = EnvelopeHeaders.Read(Encoding.UTF8.GetBytes(later), "imigrasi.batam", Monday).Envelope;
        (read.By.Unit, read.Marking.Level, read.OccurredAt).ShouldBe(("KANIM-BATAM", Level.B, Monday));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"agency":"IMIGRASI","unit":"KANIM-BATAM"}""")]
    [InlineData("""{"agency":"IMIGRASI","unit":"KANIM-BATAM","marking":{"level":"X"}}""")]
    [InlineData("""{"agency":"IMIGRASI","unit":"KANIM-BATAM","role":"King","marking":{"level":"B"}}""")]
    public void Headers_that_are_no_envelope_are_not_guessed_at(string headers) =>
        Should.Throw<JsonException>(() => EnvelopeHeaders.Read(Encoding.UTF8.GetBytes(headers), "imigrasi.batam", Monday));

    [Fact]
    public void The_day_is_counted_in_Jakarta()
    {
        By(Batam, new(2026, 2, 1, 17, 30, 0, TimeSpan.Zero)).Day.ShouldBe(MondaysDate);
        By(Batam, new(2026, 2, 2, 0, 30, 0, TimeSpan.FromHours(9))).Day.ShouldBe(MondaysDate.AddDays(-1));
    }

    private static string Text(Envelope envelope) => JsonSerializer.Serialize(envelope, EventJson.Stored);
}
