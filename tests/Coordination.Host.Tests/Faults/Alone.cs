using Xunit;

namespace Coordination.Host.Tests.Faults;

/// <summary>Tests that kill, pause or saturate run one after the other and beside nothing else: they measure times, and would spoil those of others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
