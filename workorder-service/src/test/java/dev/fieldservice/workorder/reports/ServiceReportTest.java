package dev.fieldservice.workorder.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.photos.PhotoHash;
import dev.fieldservice.workorder.signatures.SigningContent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When there is something new to say of a job of which there is a report. */
class ServiceReportTest {

    private static final String FIRST_FORMAT = "dev.fieldservice.signing-content.v1";

    @Test
    void whatANewerVersionSaysMoreIsNoNewsOfAnOldJob() {
        ReportFacts now = photographed(SampleJob.ordinary(), Photo.Kind.BEFORE);
        ServiceReport old = saying(inTheFirstFormat(now));

        assertThat(inTheFirstFormat(now)).isNotEqualTo(now);
        assertThat(old.says(now)).isTrue();
        assertThat(saying(now).says(now)).isTrue();
    }

    @Test
    void whatHasChangedIsNewsOfAnOldJobToo() {
        ReportFacts now = SampleJob.ordinary();
        ServiceReport old = saying(inTheFirstFormat(now));

        assertThat(old.says(SampleJob.with(now, List.of()))).isFalse();
        assertThat(old.differsInPictures(SampleJob.with(now, List.of()))).isFalse();
    }

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

    /** As the version before it wrote them: of the photos and the end of the visit nothing was signed. */
    private static ReportFacts inTheFirstFormat(ReportFacts facts) {
        SigningContent o = facts.job();
        return SampleJob.with(
                facts,
                new SigningContent(
                        FIRST_FORMAT,
                        o.orderNumber(),
                        o.ticketNumber(),
                        o.customer(),
                        o.site(),
                        o.siteAddress(),
                        o.asset(),
                        o.serviceType(),
                        o.summary(),
                        o.parts(),
                        o.times(),
                        o.approver(),
                        o.remark(),
                        o.checklist(),
                        o.accounts(),
                        o.refrigerant(),
                        null,
                        null));
    }
}
