package dev.fieldservice.workorder;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** What the service does by itself while tests look at something else. */
final class Background {

    private Background() {}

    /** Reports of jobs that were closed before, be it by another test; what a test put into the future is not waited for. */
    static void reportsAreMade() {
        eventually(() -> assertThat(Tables.count(
                        "errand where kind in ('REPORT', 'REPORT_PAPER', 'REPORT_ANEW') and state = 'WAITING'"
                                + " and due < now() + interval '1 minute'"))
                .isZero());
    }
}
