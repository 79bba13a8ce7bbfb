using System.Text;
using Coordination.Domain.Screening;
using Coordination.Host.Pages;
using Coordination.Host.Resources;
using Coordination.Host.Snapshots;
using Coordination.Projections;
using Shouldly;
using Xunit;

namespace Coordination.Host.Tests.Snapshots;

public class StateLinesTests
{
    [Fact]
    public void Sentences_stand_as_they_were_said_the_status_stands_in_the_head_and_digests_are_for_no_eye()
    {
        var state = new RawJson(Encoding.UTF8.GetBytes(
            """{"status":"Issued","lastInterview":{"redFlags":[],"summary":"Hafalan","answers":["Ikut rombongan.","Diajak tetangga."],"answerDigest":["01fee76e"]}}"""));
        StateLines.Of(state, typeof(PassportApplication), Texts.For("id"), CodeNames.Zone("32.09")).ShouldBe(
        [
            ("Wawancara terakhir · Ringkasan", "Hafalan"), ("Wawancara terakhir · Jawaban", "Ikut rombongan. Diajak tetangga."),
        ]);
    }
}
