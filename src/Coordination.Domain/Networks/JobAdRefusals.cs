using Coordination.Domain.Kernel;

namespace Coordination.Domain.Networks;

public static class JobAdRefusals
{
    public static readonly Refusal Unknown = new("job_ad.unknown", "There is no such advertisement.", RefusalKind.NotFound);

    public static readonly Refusal Exists = new("job_ad.exists", "Another advertisement was reported here.");

    public static readonly Refusal BadHash = new("job_ad.bad_hash", "A hash of the address has 64 hex digits.", RefusalKind.Invalid);

    public static readonly Refusal NotDigitalAffairs =
        new("job_ad.not_digital_affairs", "The ministry of digital affairs takes advertisements down.", RefusalKind.Forbidden);
}
