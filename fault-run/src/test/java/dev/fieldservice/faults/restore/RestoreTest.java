package dev.fieldservice.faults.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Event;
import dev.fieldservice.faults.invariants.Invariant;
import dev.fieldservice.faults.invariants.Verdict;
import dev.fieldservice.local.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The drill of {@code docs/restore.md}, one accident after the other on one installation in which people go on working. It comes
 * before the stack of all other tests is started, so that there are never two.
 */
@Tag("long")
@Order(0)
class RestoreTest {

    private static Drill drill;
    private static List<Verdict> verdicts;
    private static List<ConsumerRecord<String, byte[]>> counting;
    private static List<ConsumerRecord<String, byte[]>> inVain;

    @BeforeAll
    static void oneAccidentComesAfterTheOther() throws Exception {
        drill = Drill.begun();
        drill.work();
        drill.theDiskOfTheDatabasesIsLostAndTheArchiveIsWhole();
        drill.work();
        drill.oneDatabaseIsPutBackAlone();
        drill.work();
        drill.allDatabasesArePutBack();
        drill.work();
        drill.theBrokerIsLost();
        drill.work();
        var evidence = drill.evidence();
        verdicts = Invariant.ALL.stream()
                .map(invariant -> invariant.verdict(evidence))
                .toList();
        verdicts.forEach(System.out::println);
        counting = drill.told().counting();
        inVain = drill.told().inVain();
    }

    @AfterAll
    static void theInstallationIsTakenDown() {
        if (drill != null) {
            drill.close();
        }
    }

    @Test
    void everyInvariantIsKept() {
        assertThat(verdicts).hasSameSizeAs(Invariant.ALL).allMatch(Verdict::isKept);
    }

    @Test
    void somethingWasLostEachTime() {
        assertThat(drill.readAgain()).as("what inventory had to read again").isPositive();
        assertThat(invoices(inVain)).as("invoices that nobody knows of").isNotEmpty();
        assertThat(tickets(inVain)).hasSizeGreaterThanOrEqualTo(drill.technicians());
        assertThat(drill.sentAgain()).as("what was in an outbox then").isPositive();
    }

    @Test
    void nobodyKnowsWhatWasDoneInVain() {
        Set<String> gone = ids(inVain, Topics.TICKET_CREATED, "/ticketId");
        gone.removeAll(ids(counting, Topics.TICKET_CREATED, "/ticketId"));

        assertThat(gone).hasSize(drill.technicians());
        assertThat(known(Service.TICKET, "select id from ticket")).doesNotContainAnyElementsOf(gone);
        assertThat(known(Service.DISPATCH, "select ticket_id from service_order"))
                .doesNotContainAnyElementsOf(gone);
        assertThat(known(Service.WORKORDER, "select ticket_id from work_order")).doesNotContainAnyElementsOf(gone);
        assertThat(known(Service.BILLING, "select ticket_id from billing_case")).doesNotContainAnyElementsOf(gone);
    }

    @Test
    void noNumberThatHasGoneOutIsGivenToAnother() {
        Set<String> gone = new HashSet<>(tickets(inVain));
        gone.removeAll(tickets(counting)); // told again under its own number
        assertThat(gone).isNotEmpty();
        assertThat(known(Service.TICKET, "select number from ticket")).doesNotContainAnyElementsOf(gone);
        assertThat(known(Service.BILLING, "select number from invoice where number is not null"))
                .doesNotContainAnyElementsOf(invoices(inVain));
    }

    private static Set<String> tickets(List<ConsumerRecord<String, byte[]>> messages) {
        return ids(messages, Topics.TICKET_CREATED, "/number");
    }

    private static Set<String> invoices(List<ConsumerRecord<String, byte[]>> messages) {
        return ids(messages, Topics.INVOICE_ISSUED, "/number");
    }

    private static Set<String> ids(List<ConsumerRecord<String, byte[]>> messages, String topic, String pointer) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .flatMap(message -> Event.of(message).stream())
                .map(event -> event.text(pointer))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> known(Service service, String sql) {
        return drill.databases().list(service, sql);
    }
}
