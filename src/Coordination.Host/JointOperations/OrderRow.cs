using System.Globalization;
using Coordination.Domain.Operations;
using Coordination.Host.Pages;
using Coordination.Host.Resources;

namespace Coordination.Host.JointOperations;

/// <summary>One officer in the form of an assignment order. Lines have fixed field names, so that they work without script.</summary>
internal static class OrderRow
{
    /// <summary>How many a form takes; a larger team goes out on two orders, or by the agency's system.</summary>
    public const int Most = 12;

    /// <summary>How many are open from the start.</summary>
    public const int Shown = 2;

    public static string Name(int row) => $"p{row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The lines that were filled in, at least one; a line half filled in is an error.</summary>
    public static List<TeamMember> Read(FormValues form, List<FormError> errors, Texts texts)
    {
        var team = new List<TeamMember>();
        foreach (var row in Enumerable.Range(0, Most).Select(Name).Where(row => IsUsed(form, row)))
        {
            var (officer, position) = (form[$"{row}-petugas"], form[$"{row}-jabatan"]);
            if (officer.Length == 0 || position.Length == 0)
                errors.Add(new FormError(texts["operation.order.noOfficer"], officer.Length == 0 ? $"{row}-petugas" : $"{row}-jabatan"));
            else if (team.Any(one => string.Equals(one.Officer, officer, StringComparison.OrdinalIgnoreCase)))
                errors.Add(new FormError(texts.Fill("operation.order.twice", officer), $"{row}-petugas"));
            team.Add(new(officer, position, form.One<OperationRole>($"{row}-peran") ?? OperationRole.Enforcement));
        }

        if (team.Count == 0)
            errors.Add(new FormError(texts["operation.order.noOfficer"], $"{Name(0)}-petugas"));
        return team;
    }

    /// <summary>This line or one after it, which stands within it.</summary>
    public static bool IsUsedFrom(FormValues form, int row) => Enumerable.Range(row, Most - row).Any(one => IsUsed(form, Name(one)));

    private static bool IsUsed(FormValues form, string row) => form.Has($"{row}-petugas") || form.Has($"{row}-jabatan");
}
