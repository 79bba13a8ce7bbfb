using System.Text;
using Coordination.Domain.Kernel;
using Coordination.Domain.Screening;
using Coordination.EventStore;

namespace Coordination.Benchmarks;

/// <summary>A passport application as an agency sends it, the same bytes for raw and ours.</summary>
internal static class Payload
{
    public const string Alias = "passport_application_received";
    public const string StreamType = "passport_application";

    public static readonly DateTimeOffset At = new(2026, 1, 19, 2, 0, 0, TimeSpan.Zero);

    public static readonly Officer Sender = new("imigrasi.atambua", "IMIGRASI", "KANIM-ATAMBUA", OfficerRole.SystemClient, Level.R);

    public static EventTypes Types { get; } = new(EventNames.All.Select(name => new EventType(name.Key, name.Value)));

    public static EventSerializer Serializer { get; } = new(EventJson.Stored);

    public static PersonRef Person { get; } = PersonRef.From(DeterministicId.From("bench person"));

    public static ContactRef Phone { get; } = Contact("phone");

    public static object Event { get; } = Application(Person);

    public static string Body { get; } = Encoding.UTF8.GetString(Serializer.Serialize(Event));

    public static byte[] HeaderBytes { get; } = HeadersFor(Person);

    public static string Headers { get; } = Encoding.UTF8.GetString(HeaderBytes);

    public static NewEvent New() => new(Guid.CreateVersion7(), Event, At, HeaderBytes, Sender.Id);

    public static PassportApplicationReceived Application(PersonRef applicant) => new(
        applicant, ApplicationChannel.MPaspor, TravelPurpose.Work, FirstPassport: true, Destination: "KH", Domicile: "53.21.01",
        Phone: Phone, Email: Contact("mail"), Address: Contact("address"), SponsorCompany: "PT Fiktif Samudra Jaya");

    public static byte[] HeadersFor(PersonRef person) => EnvelopeHeaders.Write(
        new Envelope(Sender, At, At, "53.04", ["UU-6-2011:24"], Marking.Default, "APP-2026-000123"), [person]);

    private static ContactRef Contact(string name) => ContactRef.From(DeterministicId.From($"bench {name}"));
}
