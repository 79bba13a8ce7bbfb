using Coordination.Domain.Kernel;
using Coordination.Domain.Networks;

namespace Coordination.Projections;

/// <summary>Exit and entry bans.</summary>
internal static class BanSentences
{
    public static Wording Of(TravelBanEvent happened, Envelope envelope)
    {
        var who = Names.Unit(envelope.By.Unit);
        return happened switch
        {
            UrgentExitBanRequested e => new(
                $"{who} meminta pencegahan mendesak terhadap {e.Person.Code} ({e.RequestNumber}).",
                $"{who} asked for an urgent exit ban on {e.Person.Code} ({e.RequestNumber})."),
            ExitBanEntered e => new(
                $"{who} memasukkan pencegahan ke daftar cekal ({e.EntryNumber}).", $"{who} entered the exit ban in the border's list ({e.EntryNumber})."),
            ExitBanDecided e => new(
                $"{who} memutuskan pencegahan {e.Person.Code}, {Dates.Id(e.From)} sampai {Dates.Id(e.Until)} ({e.DecreeNumber}).",
                $"{who} decided the exit ban on {e.Person.Code}, {Dates.En(e.From)} to {Dates.En(e.Until)} ({e.DecreeNumber})."),
            ExitBanExtended e => new(
                $"{who} memperpanjang pencegahan sampai {Dates.Id(e.Until)} ({e.DecreeNumber}).", $"{who} extended the exit ban to {Dates.En(e.Until)} ({e.DecreeNumber})."),
            ExitBanLapsed e => new($"Pencegahan gugur demi hukum: {Terms.Of(e.Ground).Id}.", $"The exit ban lapsed by law: {Terms.Of(e.Ground).En}."),
            ExitBanLifted => new($"{who} mencabut pencegahan.", $"{who} lifted the exit ban."),
            EntryBanRequested e => new(
                $"{who} meminta penangkalan terhadap {e.Person.Code} sampai {Dates.Id(e.Until)} ({e.RequestNumber}).",
                $"{who} asked for an entry ban on {e.Person.Code} until {Dates.En(e.Until)} ({e.RequestNumber})."),
            EntryBanEntered e => new(
                $"{who} memasukkan penangkalan ke daftar cekal sampai {Dates.Id(e.Until)} ({e.EntryNumber}).",
                $"{who} entered the entry ban in the border's list until {Dates.En(e.Until)} ({e.EntryNumber})."),
            EntryBanExtended e => new(
                $"{who} memperpanjang penangkalan sampai {Dates.Id(e.Until)} ({e.DecreeNumber}).", $"{who} extended the entry ban to {Dates.En(e.Until)} ({e.DecreeNumber})."),
            EntryBanLapsed e => new(
                $"Penangkalan berakhir demi hukum: hari terakhirnya {Dates.Id(e.Until)}.", $"The entry ban lapsed by law: its last day was {Dates.En(e.Until)}."),
            EntryBanLifted => new($"{who} mencabut penangkalan.", $"{who} lifted the entry ban."),
            TravelBanSuspended e => new(
                $"Cekal terhadap {e.Person.Code} dihentikan: yang bersangkutan terduga korban.", $"The ban on {e.Person.Code} is over: a suspected victim."),
            _ => new("", ""),
        };
    }
}
