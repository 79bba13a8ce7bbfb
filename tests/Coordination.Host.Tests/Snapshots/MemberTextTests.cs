using Coordination.Domain;
using Coordination.Host.JointOperations;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots.Forms;
using Coordination.Projections.Snapshots;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Snapshots;

public sealed class MemberTextTests
{
    [Fact]
    public void Every_member_that_a_form_asks_for_or_a_state_shows_has_its_text()
    {
        var asked = Catalogue.Entries.Where(entry => SnapshotKinds.Find(entry.Stream.Type) is not null)
            .SelectMany(entry => FactField.Of(entry.Event) ?? []).Concat(FieldRecords.All.SelectMany(one => one.Fields)).SelectMany(Names);
        var shown = SnapshotKinds.All.SelectMany(kind => Members(kind.Stream.Initial.GetType(), []));
        asked.Concat(shown).Distinct(StringComparer.Ordinal).Where(name => !Texts.Indonesian.Has($"member.{name}")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(FactField field) => field.Parts.SelectMany(Names).Prepend(field.Name);

    private static IEnumerable<string> Members(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericArguments() is [var element])
            type = Nullable.GetUnderlyingType(element) ?? element;
        if (type.Namespace?.StartsWith("Coordination.Domain", StringComparison.Ordinal) is not true || type.IsEnum || type.IsValueType || !seen.Add(type)
            || type == typeof(Domain.Kernel.Officer))
            return [];
        return SnapshotJson.Options.GetTypeInfo(type).Properties.SelectMany(property => Members(property.PropertyType, seen).Prepend(property.Name));
    }
}
