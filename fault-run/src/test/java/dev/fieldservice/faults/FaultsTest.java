package dev.fieldservice.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.FaultRun.Report;
import dev.fieldservice.faults.FaultRun.Settings;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.faults.evidence.Postbox;
import dev.fieldservice.faults.invariants.Invariant;
import dev.fieldservice.faults.invariants.Verdict;
import dev.fieldservice.faults.strikes.Schedule;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code ./faults}: some faults of each family, on a stack that is still empty. */
@Tag("long")
@Order(1)
@ExtendWith(RunningStack.class)
class FaultsTest {

    /** Any will do; a fixed one tells a defect from bad luck. */
    private static final long SEED = 42;

    private static final int CYCLES = 40;
    private static Report report;

    @BeforeAll
    static void peopleWorkWhileFaultsStrike(LocalStack stack) throws InterruptedException {
        Settings settings = new Settings(SEED, Duration.ZERO, CYCLES, 12, 12);
        report = new FaultRun(stack, settings, System.out).play(Schedule.selection(SEED));
    }

    @Test
    void everyInvariantIsKept() {
        assertThat(report.verdicts()).hasSameSizeAs(Invariant.ALL).allMatch(Verdict::isKept);
        assertThat(report.cycles()).isGreaterThanOrEqualTo(CYCLES);
    }

    /** A check that cannot fail proves nothing. */
    @ParameterizedTest
    @MethodSource("dev.fieldservice.faults.Corruptions#all")
    void theCheckFinds(Corruption corruption) throws SQLException {
        corruption.during(report.evidence().databases(), () -> assertBroken(corruption.invariant()));
    }

    @Test
    void theCheckFindsAMailThatCameUnderTwoIdsAndOneThatIsLost() throws MessagingException {
        String recipient = report
                .evidence()
                .databases()
                .list(
                        Service.DISPATCH,
                        "select recipient from delay_notice where state = 'SENT' group by 1 having count(*) = 1")
                .stream()
                .filter(address -> new Postbox(report.evidence().stack())
                                .ids(address).stream()
                                        .filter(id -> Postbox.isOf(Service.DISPATCH, id))
                                        .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        MailboxDamage damage = new MailboxDamage(report.evidence().stack().imapPort(), recipient);

        damage.duringSecondMail(() -> assertBroken("11."));
        damage.duringLoss(() -> assertBroken("11."));
    }

    @Test
    void theCheckFindsAPhotoThatIsLostOrHasDecayedAndAFileOfWhichNobodyKnows() throws IOException {
        String photo = report.evidence()
                .databases()
                .list(Service.WORKORDER, "select sha256 from photo order by id")
                .getFirst();
        StoreDamage damage = report.evidence().stores().of(Service.WORKORDER).stream()
                .filter(kept -> kept.name().startsWith(photo))
                .map(StoreDamage::new)
                .findFirst()
                .orElseThrow();

        damage.duringLoss(() -> assertBroken("18."));
        damage.duringDecay(() -> assertBroken("18."));
        damage.duringStray(() -> assertBroken("18."));
    }

    @Test
    void theCheckFindsAnEventThatTookEffectInEachOfItsVersions() throws SQLException {
        Event told = report.evidence().events().stream()
                .filter(event -> event.topic().equals(Topics.JOB_CLOSED)
                        && event.messages().size() > 1)
                .findFirst()
                .orElseThrow();
        String other = told.messages().stream()
                .filter(message -> !message.equals(told.id()))
                .findFirst()
                .orElseThrow();
        String again = "insert into inbox (event_id, topic, received_at) values ('%s', '%s', now())";
        Corruption corruption =
                new Corruption("1b.", "twice", Service.BILLING, "inbox", again.formatted(other, told.topic()));

        corruption.during(report.evidence().databases(), () -> assertBroken("1b."));
    }

    private static void assertBroken(String invariant) {
        Verdict verdict = Invariant.ALL.stream()
                .filter(one -> one.says().startsWith(invariant))
                .findFirst()
                .orElseThrow()
                .verdict(report.evidence());
        assertThat(verdict.isKept()).as("%s", verdict).isFalse();
        assertThat(verdict.toString()).doesNotContain("could not be checked");
    }

    /** Otherwise a corruption finds what was broken before. */
    @AfterAll
    static void everythingIsAsItWas() {
        assertThat(Invariant.ALL.stream().map(one -> one.verdict(report.evidence())))
                .allMatch(Verdict::isKept);
    }
}
