package dev.fieldservice.workorder.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.PhotoHash;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When there is something new to say of a job of which there is a report. */
class ServiceReportTest {

    @Test
    void aPhotoMoreIsNewsAndPhotosAreWaitedFor() {
        ReportFacts now = SampleJob.ordinary();
        ReportFacts more = photographed(now, Photo.Kind.AFTER);

        assertThat(saying(now).says(more)).isFalse();
        assertThat(saying(now).differsInPictures(more)).isTrue();
        assertThat(saying(now).differsInPictures(SampleJob.with(more, List.of())))
                .isFalse();
    }

    private static ServiceReport saying(ReportFacts facts) {
        ServiceReport report = new ServiceReport();
        report.facts = facts;
        report.factsHash = facts.hash();
        return report;
    }

    private static ReportFacts photographed(ReportFacts facts, Photo.Kind kind) {
        return SampleJob.with(facts, facts.job().with(List.of(new PhotoHash(new UUID(3, 1), kind, "00"))));
    }
}
