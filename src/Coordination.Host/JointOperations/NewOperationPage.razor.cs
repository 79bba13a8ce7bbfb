using System.Globalization;
using Coordination.Domain.Kernel;
using Coordination.Domain.Operations;
using Coordination.Domain.Reference;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Projections.Sharing;
using Microsoft.AspNetCore.Components;

namespace Coordination.Host.JointOperations;

/// <summary>Proposes a joint operation; the chair decides.</summary>
public sealed partial class NewOperationPage
{
    private IReadOnlyList<UnitReaders>? _preview;

    [Inject]
    public required AudiencePreview Audience { get; set; }

    /// <summary>Two steps: first who would read it, then the sending.</summary>
    private async Task Propose()
    {
        var (title, purpose, method) = (
            Required("nama", "newOperation.noTitle"), Required("tujuan", "newOperation.noPurpose"), Required("cara", "newOperation.noMethod"));
        string[] places = [.. Required("tempat", "newOperation.noPlace").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)];
        var (from, until) = (Moment("mulai", places), Moment("selesai", places));
        string[] agencies = [.. Form.All("instansi").Where(code => Domain.Reference.Agencies.Find(code) is not null)];
        if (agencies.Length == 0)
            Errors.Add(new FormError(T["newOperation.noAgency"], "instansi"));
        if (Errors.Count > 0)
            return;
        var marking = new Marking(
            Form.One<Level>("tingkat") ?? Level.T,
            [.. agencies.Select(Audiences.Agency).Append(Audiences.Agency(Domain.Reference.Agencies.TaskForce)).Distinct(StringComparer.Ordinal)], []);
        _preview = await Audience.Of(marking, Me.Value.Agency, [], Aborted);
        if (Form["kirim"] != "ya")
            return;
        var fact = new JointOperationProposed(
            title, purpose, new OperationTarget(places, from, until), agencies, method, null, Form.Has("mendesak"), Form.Optional("latar"), Form.Optional("sk"));
        await Submit(fact, Key, Envelopes.For(Me.Value, marking: marking, place: Places.Missing(places[0]) is null ? places[0] : null), $"/operasi/{Key}", ThingSight.Reads);
    }

    /// <summary>As people there live by it.</summary>
    private DateTimeOffset Moment(string field, string[] places)
    {
        if (DateTime.TryParse(Form[field], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), CodeNames.Zone(places.Length > 0 ? places[0] : null).Offset).ToUniversalTime();
        Errors.Add(new FormError(T["newOperation.noTime"], field));
        return default;
    }

    private IEnumerable<(string, string)> LevelOptions() =>
        Enum.GetValues<Level>().Where(level => level <= Me.Value.Clearance && level < Level.SR).Select(level => (level.ToString(), T.Term(level)));
}
