using Coordination.Domain.Kernel;
using Npgsql;

namespace Coordination.Projections.Cases;

/// <summary>On which cases a person stands.</summary>
public sealed class CasePersonQueries(NpgsqlDataSource database)
{
    private const string CasesText = "select held.case_id from coordination.cases_holding($4) held order by 1";

    /// <summary>The projections a caller must wait for to read its own writes here.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["CaseTimeline"];

    /// <summary>Cases that hold the person and that the viewer may open.</summary>
    public async Task<IReadOnlyList<CaseId>> CasesOf(Viewer viewer, PersonRef person, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var batch = new ViewerBatch(connection, viewer).Add(CasesText, Parameters.Uuid(person.Value));
        await using var reader = await batch.Execute(ct);
        var cases = new List<CaseId>();
        while (await reader.ReadAsync(ct))
            cases.Add(new(reader.GetGuid(0)));
        return cases;
    }
}
