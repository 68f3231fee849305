package dev.fieldservice.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkdayTest {

    private static final int TECHNICIANS = 200;

    @Test
    void eachJobHasAllItsCommandsOneClosingAndOneInvoiceAndPhonesLook() {
        var day = new Workday(Example.unmeasured(), TECHNICIANS);
        int jobs = TECHNICIANS * 5;

        assertThat(day.commands(1).size()).isEqualTo(jobs * Workday.commandsOfAJob());
        assertThat(day.closings(1).size()).isEqualTo(jobs);
        assertThat(day.issues(1).size()).isEqualTo(jobs);
        assertThat(day.reads(1).size()).isEqualTo(TECHNICIANS * 360);
    }

    @Test
    void nobodyBeginsBeforeHalfPastSevenAndFinanceWorksFromFourToSix() {
        var day = new Workday(Example.unmeasured(), TECHNICIANS);

        assertThat(day.commands(1).arrivals()[0]).isBetween(7.5 * 3600, 8.0 * 3600);
        var issues = day.issues(1).arrivals();
        assertThat(issues[0]).isGreaterThanOrEqualTo(16 * 3600);
        assertThat(issues[issues.length - 1]).isLessThan(18 * 3600);
    }

    @Test
    void theSameDayComesAgain() {
        assertThat(new Workday(Example.unmeasured(), TECHNICIANS).commands(1).arrivals())
                .isEqualTo(new Workday(Example.unmeasured(), TECHNICIANS)
                        .commands(1)
                        .arrivals());
    }

    /** 40 000 jobs of a second and 2 880 000 reads of 5 ms are 54 400 s of work: one core takes more than fifteen hours for it. */
    @Test
    void aQueueBuildsWhereThereIsMoreWorkThanPlaces() {
        var figures = Example.unmeasured();
        var enough = Simulation.play(figures, 8_000, new Company(figures, 8_000));
        var oneCore = Simulation.play(figures, 8_000, new Company(figures, 200));

        assertThat(enough.getFirst().visits().waits().at(0.99)).isLessThan(1);
        assertThat(oneCore.getFirst().station().places()).isEqualTo(1);
        assertThat(oneCore.getFirst().visits().waits().at(0.99)).isGreaterThan(3600);
        assertThat(oneCore.getFirst().visits().starts()[40_000 * 21 + 2_880_000 - 1])
                .isGreaterThan(7.5 * 3600 + 54_400 - 1);
        assertThat(oneCore.get(1).visits().count()).isEqualTo(40_000 * 21 + 2_880_000);
    }
}
