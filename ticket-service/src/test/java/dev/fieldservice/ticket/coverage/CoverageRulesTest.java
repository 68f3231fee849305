package dev.fieldservice.ticket.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.ticket.contracts.Agreement;
import dev.fieldservice.ticket.contracts.Allowance.Unit;
import dev.fieldservice.ticket.contracts.Clause;
import dev.fieldservice.ticket.contracts.CoverageKind;
import dev.fieldservice.ticket.contracts.Held;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two visits of a job, of which the first comes first: each with a drive and an hour and a half of work, and one part. */
class CoverageRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final UUID PART = id(1);
    private static final Quantity KILOGRAM = new Quantity(BigDecimal.ONE, "KGM");
    private static final UUID FIRST_DRIVE = id(11);
    private static final UUID FIRST_WORK = id(12);
    private static final UUID SECOND_DRIVE = id(21);
    private static final UUID SECOND_WORK = id(22);

    private final JobReport job = new JobReport(
            id(100),
            "SO-2026-000042",
            id(200),
            1,
            "COMPLETE",
            null,
            List.of(
                    entry(SECOND_WORK, JobReport.Kind.LABOUR, 1500, 90, id(2)),
                    entry(SECOND_DRIVE, JobReport.Kind.TRAVEL, 1470, 30, id(2)),
                    entry(FIRST_WORK, JobReport.Kind.LABOUR, 30, 90, id(1)),
                    entry(FIRST_DRIVE, JobReport.Kind.TRAVEL, 0, 30, id(1))),
            List.of(new JobReport.Usage(PART, "R-449A", "Agent frigorific R-449A", KILOGRAM, null, null, EIGHT)),
            EIGHT.plus(Duration.ofDays(3)));

    @Test
    void ofWarrantyAndContractTheOneThatCoversMoreCountsAndOfEqualsTheWarranty() {
        Agreement both = new Agreement(
                DAY,
                contract(List.of(
                        clause("Art. 5", "50", CoverageKind.PART), clause("Art. 6", "80", CoverageKind.LABOUR))),
                new Agreement.Warranted(
                        id(301), "Garanție", List.of(clause("G1", "100", CoverageKind.PART), clause("G2", "80", null))),
                null);

        List<DecidedLine> lines = decide(both).lines();

        assertThat(words(lines))
                .containsExactly(
                        "PART 1 100 WARRANTY G1",
                        "TRAVEL 11 80 WARRANTY G2",
                        "LABOUR 12 80 WARRANTY G2",
                        "TRAVEL 21 80 WARRANTY G2",
                        "LABOUR 22 80 WARRANTY G2",
                        "CALL_OUT 11 80 WARRANTY G2",
                        "CALL_OUT 21 80 WARRANTY G2",
                        "FIXED_PRICE 100 80 WARRANTY G2");
    }

    @Test
    void ofSeveralWarrantiesTheOneThatCoversMostOfALineDecidesItAndOfEqualsTheOldest() {
        Agreement three = new Agreement(
                DAY,
                null,
                warranty(301, clause("G1", "50", null)),
                List.of(
                        warranty(302, clause("G2", "100", CoverageKind.PART), clause("G2", "40", CoverageKind.LABOUR)),
                        warranty(
                                303, clause("G3", "100", CoverageKind.PART), clause("G3", "50", CoverageKind.TRAVEL))));

        assertThat(words(decide(three).lines()))
                .containsExactly(
                        "PART 1 100 WARRANTY G2",
                        "TRAVEL 11 50 WARRANTY G1",
                        "LABOUR 12 50 WARRANTY G1",
                        "TRAVEL 21 50 WARRANTY G1",
                        "LABOUR 22 50 WARRANTY G1",
                        "CALL_OUT 11 50 WARRANTY G1",
                        "CALL_OUT 21 50 WARRANTY G1",
                        "FIXED_PRICE 100 50 WARRANTY G1");
    }

    private static Agreement.Warranted warranty(int number, Clause... covered) {
        return new Agreement.Warranted(id(number), "Garanție", List.of(covered));
    }

    @Test
    void anIncludedVisitCoversAllOfTheFirstVisitAndNothingOfTheSecond() {
        var decided = decide(new Agreement(DAY, contract(List.of(), held(Unit.VISIT, "1")), null, List.of()));

        assertThat(words(decided.lines()))
                .containsExactly(
                        "PART 1 0 NONE null",
                        "TRAVEL 11 100 ALLOWANCE Art. 4",
                        "LABOUR 12 100 ALLOWANCE Art. 4",
                        "TRAVEL 21 0 NONE null",
                        "LABOUR 22 0 NONE null",
                        "CALL_OUT 11 100 ALLOWANCE Art. 4",
                        "CALL_OUT 21 0 NONE null",
                        "FIXED_PRICE 100 0 NONE null");
        assertThat(decided.used()).isEqualTo(Map.of(Unit.VISIT, BigDecimal.ONE));
    }

    /** 120 minutes: all 90 of the first entry, 30 of the 90 of the second, which is a third of it. */
    @Test
    void includedHoursCoverLabourInTheOrderInWhichItWasWorked() {
        var decided = decide(new Agreement(DAY, contract(List.of(), held(Unit.HOUR, "120")), null, List.of()));

        assertThat(words(decided.lines()))
                .contains(
                        "LABOUR 12 100 ALLOWANCE Art. 4",
                        "LABOUR 22 33.3333 ALLOWANCE Art. 4",
                        "TRAVEL 11 0 NONE null");
        assertThat(decided.used().get(Unit.HOUR)).isEqualByComparingTo("120");
    }

    @Test
    void whatIsCoveredAlreadyUsesUpNothing() {
        var decided = decide(new Agreement(
                DAY, contract(List.of(clause("Art. 5", "100", null)), held(Unit.VISIT, "2")), null, List.of()));

        assertThat(decided.used()).isEmpty();
        assertThat(decided.lines()).extracting(DecidedLine::basis).containsOnly(DecidedLine.Basis.CONTRACT);
    }

    @Test
    void whatAnotherJobOfTheTicketUsedIsNotUsedTwice() {
        Agreement agreed = new Agreement(DAY, contract(List.of(), held(Unit.VISIT, "2")), null, List.of());

        var decided = CoverageRules.decide(agreed, job, kept(agreed), Map.of(Unit.VISIT, BigDecimal.ONE));

        assertThat(decided.used()).isEqualTo(Map.of(Unit.VISIT, BigDecimal.ONE));
    }

    @Test
    void inWhateverOrderTheReportListsThingsTheDecisionIsTheSame() {
        Agreement agreed = new Agreement(DAY, contract(List.of(), held(Unit.HOUR, "100")), null, List.of());
        List<DecidedLine> expected = decide(agreed).lines();
        Random random = new Random(18);
        for (int i = 0; i < 20; i++) {
            List<JobReport.Labour> shuffled = new ArrayList<>(job.labour());
            Collections.shuffle(shuffled, random);
            JobReport other = new JobReport(
                    job.orderId(),
                    job.orderNumber(),
                    job.ticketId(),
                    1,
                    job.outcome(),
                    null,
                    shuffled,
                    job.usages(),
                    job.closedAt());
            assertThat(CoverageRules.decide(agreed, other, kept(agreed), Map.of())
                            .lines())
                    .isEqualTo(expected);
        }
    }

    private CoverageRules.Decided decide(Agreement agreement) {
        return CoverageRules.decide(agreement, job, kept(agreement), Map.of());
    }

    private static Map<Unit, BigDecimal> kept(Agreement agreement) {
        return agreement.held().collect(Collectors.toMap(Held::unit, Held::amount));
    }

    private static List<String> words(List<DecidedLine> lines) {
        return lines.stream()
                .map(line -> "%s %d %s %s %s"
                        .formatted(
                                line.kind(),
                                line.sourceId().getLeastSignificantBits(),
                                line.percent().toPlainString().replaceAll("^100\\.0+$", "100"),
                                line.basis(),
                                line.clause()))
                .toList();
    }

    private static Agreement.Contracted contract(List<Clause> covered, Held... held) {
        return new Agreement.Contracted(id(300), "C-2026-000007", "Mentenanță", 1, covered, List.of(held), List.of());
    }

    private static Held held(Unit unit, String amount) {
        return new Held(unit, "Art. 4", new BigDecimal(amount), DAY);
    }

    private static Clause clause(String words, String percent, CoverageKind kind) {
        return new Clause(words, kind == null ? null : List.of(kind), new BigDecimal(percent));
    }

    private static JobReport.Labour entry(UUID id, JobReport.Kind kind, int from, int minutes, UUID visit) {
        Instant begins = EIGHT.plus(Duration.ofMinutes(from));
        return new JobReport.Labour(id, kind, begins, begins.plus(Duration.ofMinutes(minutes)), visit);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
