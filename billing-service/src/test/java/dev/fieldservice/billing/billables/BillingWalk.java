package dev.fieldservice.billing.billables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fieldservice.billing.billables.BillingCaseLifecycle.State;
import dev.fieldservice.billing.invoices.Work;
import dev.fieldservice.billing.pricing.Coverage;
import dev.fieldservice.billing.returns.JobShortcoming;
import dev.fieldservice.billing.returns.SendJobBack;
import dev.fieldservice.billing.usages.BillableItem;
import dev.fieldservice.billing.usages.PartsConsumed;
import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One job of five usages: the report lists the first two, knows that the next two were taken back, and has forgotten the
 * last. What is heard of them comes in any order and more than once; a person may settle at any time.
 */
final class BillingWalk {

    static final int USAGES = 5;

    private static final List<Integer> LISTED = List.of(0, 1);
    private static final List<Integer> TAKEN_BACK = List.of(2, 3);
    private static final int FORGOTTEN = 4;
    private static final ClosedJob SAMPLE = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .convertValue(Contracts.sample(Topics.JOB_CLOSED, Map.of()), ClosedJob.class);

    private final Walk walk = new Walk();
    private final List<UUID> usages =
            Stream.generate(UUID::randomUUID).limit(USAGES).toList();
    private final UUID part = UUID.randomUUID();
    private final BillingCase billing = new BillingCase();
    private final Map<UUID, BillableItem> items = new LinkedHashMap<>();

    private final Set<Integer> heard = new HashSet<>();
    private final Set<Integer> heardReversed = new HashSet<>();
    private boolean isClosed;
    private boolean isSettled;
    private boolean isBilled;
    private boolean isForgottenKnown;
    private boolean isSentBack;
    private int returns;
    private int answered;
    private int bills;

    BillingWalk() {
        billing.state = State.COLLECTING;
        billing.ticketId = UUID.randomUUID();
        billing.differences = Difference.All.NONE;
    }

    void use(int usage) {
        State before = billing.state;
        hear(event(usages.get(usage), null));
        heard.add(usage);
        billIfDue();
        check(before);
    }

    /** What the report lists was not taken back. */
    void takeBack(int usage) {
        if (!LISTED.contains(usage)) {
            State before = billing.state;
            hear(event(UUID.randomUUID(), usages.get(usage)));
            heardReversed.add(usage);
            billIfDue();
            check(before);
        }
    }

    void close(int closure) {
        State before = billing.state;
        billing.jobClosed(report(closure), walk.event());
        compare();
        isClosed = true;
        billIfDue();
        check(before);
    }

    void sendBack() {
        State before = billing.state;
        SendJobBack twice = new SendJobBack(JobShortcoming.WRONG_TIMES, "Twice");
        boolean isTaken = Walk.isTaken(() -> SendingBack.send(billing, twice, walk.by(Person.ANA)));
        assertThat(isTaken).as("send back").isEqualTo(isClosed && !isSentBack);
        isSentBack |= isTaken;
        returns += isTaken ? 1 : 0;
        check(before);
    }

    /** Whether or not it is too late, the job says. */
    void withdraw() {
        State before = billing.state;
        boolean wasWithdrawn = isSentBack && billing.sentBack.wasWithdrawn();
        boolean isTaken = Walk.isTaken(() -> SendingBack.withdraw(billing, "As it is", walk.by(Person.ANA)));
        assertThat(isTaken).as("withdraw").isEqualTo(isSentBack && !wasWithdrawn);
        check(before);
    }

    void comeBack(int closure) {
        answered = returns;
        isSentBack = false;
        close(closure);
    }

    void settle() {
        State before = billing.state;
        boolean isTaken =
                Walk.isTaken(() -> bill(billing.settle(new Settlement("Lost phone", null), walk.by(Person.ANA))));
        assertThat(isTaken).as("settle").isEqualTo(isClosed && !isBilled && !isSentBack);
        isSettled |= isTaken;
        isBilled |= isTaken;
        isForgottenKnown |= isTaken && isForgottenOpen();
        check(before);
    }

    void hearTheRest() {
        LISTED.forEach(this::use);
        TAKEN_BACK.forEach(this::takeBack);
        comeBack(1);
        takeBack(FORGOTTEN);
        assertThat(bills).as("bills").isOne();
        assertThat(billing.unexpected).isFalse();
    }

    private void hear(PartsConsumed event) {
        items.computeIfAbsent(event.subject(), usage -> BillableItem.of(event)).hear(event);
        compare();
    }

    private void compare() {
        if (billing.isReported()) {
            billing.compare(List.copyOf(items.values()), walk.event());
        }
    }

    private void billIfDue() {
        boolean isDue = isClosed && !isBilled && !isSentBack && heard.containsAll(LISTED) && !isForgottenOpen();
        Optional<ClosedJob> due = billing.due();
        assertThat(due.isPresent()).as("due").isEqualTo(isDue);
        due.ifPresent(this::bill);
        isBilled |= isDue;
    }

    private void bill(ClosedJob job) {
        bills++;
        assertThat(job.bill(ZoneOffset.UTC, Duration.ofHours(4), Coverage.NONE)
                        .work()
                        .used())
                .extracting(Work.Used::usageId)
                .containsExactlyElementsOf(LISTED.stream().map(usages::get).toList());
        billing.invoiced(UUID.randomUUID(), walk.event());
    }

    private boolean isForgottenOpen() {
        return heard.contains(FORGOTTEN) && !heardReversed.contains(FORGOTTEN);
    }

    private void check(State before) {
        State expected = isBilled ? State.INVOICED : isClosed ? State.WAITING : State.COLLECTING;
        assertThat(billing.state).as("settled: %s", isSettled).isEqualTo(expected);
        assertThat(billing.sentBack != null).as("sent back").isEqualTo(isSentBack);
        assertThat(billing.unexpected).as("unexpected").isEqualTo(isBilled && isForgottenOpen() && !isForgottenKnown);
        assertThat(items).as("usages").hasSize(known().size());
        assertThat(bills).isEqualTo(isBilled ? 1 : 0);
        Walk.assertHistoryTells(billing, before, billing.state);
    }

    private Set<Integer> known() {
        Set<Integer> known = new HashSet<>(heard);
        known.addAll(heardReversed);
        return known;
    }

    private PartsConsumed event(UUID usage, UUID reversalOf) {
        Quantity one = new Quantity(BigDecimal.ONE, "EA");
        return new PartsConsumed(usage, UUID.randomUUID(), billing.ticketId, part, one, Instant.EPOCH, reversalOf);
    }

    private ClosedJob report(int closure) {
        Quantity one = new Quantity(BigDecimal.ONE, "EA");
        return new ClosedJob(
                SAMPLE.orderId(),
                SAMPLE.orderNumber(),
                SAMPLE.ticketId(),
                SAMPLE.ticketNumber(),
                SAMPLE.ticketVersion(),
                closure,
                answered == 0 ? null : answered,
                SAMPLE.customer(),
                SAMPLE.location(),
                SAMPLE.asset(),
                null,
                List.of(),
                LISTED.stream()
                        .map(usage -> new ClosedJob.Usage(usages.get(usage), part, "FD-163", "Filtru", one, null, null))
                        .toList(),
                TAKEN_BACK.stream().map(usages::get).toList(),
                null,
                null,
                null,
                SAMPLE.closedAt());
    }
}
