package dev.fieldservice.ticket.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Walk;
import dev.fieldservice.ticket.promises.Counted;
import dev.fieldservice.ticket.promises.Target;
import dev.fieldservice.ticket.promises.Times;
import dev.fieldservice.ticket.tickets.TicketLifecycle.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** A ticket, and beside it what should become of it. */
final class TicketWalk {

    /** What a person may do: from each state to the next. */
    enum Tap {
        QUALIFY((t, by) -> t.qualify(by), Map.of("NEW", "QUALIFIED")),
        WAIT(
                (t, by) -> t.waitForCustomer(by, "On holiday"),
                Map.of("NEW", "WAITING_CUSTOMER", "QUALIFIED", "WAITING_CUSTOMER", "IN_PROGRESS", "WAITING_CUSTOMER")),
        /** To the state that it waits in, which {@link TicketWalk} keeps. */
        RESUME((t, by) -> t.resume(by), Map.of("WAITING_CUSTOMER", "NEW")),
        CANCEL(
                (t, by) -> t.cancel(by, "Works again"),
                Map.of(
                        "NEW",
                        "CANCELLED",
                        "QUALIFIED",
                        "CANCELLED",
                        "IN_PROGRESS",
                        "CANCELLED",
                        "WAITING_CUSTOMER",
                        "CANCELLED")),
        REOPEN(
                (t, by) -> new Reopening(t, Duration.ofDays(1)).reopen(UUID.randomUUID(), "Leaks again", by),
                Map.of("RESOLVED", "IN_PROGRESS")),
        REJECT(
                (t, by) -> t.reject(by, "Not ours"),
                Map.of("NEW", "REJECTED", "QUALIFIED", "REJECTED", "WAITING_CUSTOMER", "REJECTED"));

        private final BiConsumer<Ticket, By> command;
        private final Map<String, String> moves;

        Tap(BiConsumer<Ticket, By> command, Map<String, String> moves) {
            this.command = command;
            this.moves = moves;
        }
    }

    /** What the others tell of an order, in any order and more than once. */
    enum News {
        ORDERED,
        BEGUN,
        CALLED_OFF,
        JOB_CLOSED,
        INVOICED,
        NOTHING_TO_BILL
    }

    private static final Set<String> OPEN = Set.of("NEW", "QUALIFIED", "IN_PROGRESS", "WAITING_CUSTOMER");
    private static final Set<String> OVER = Set.of("CLOSED", "CANCELLED", "REJECTED");

    private final Walk walk = new Walk();
    private final List<UUID> orders = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
    private final List<TicketEvent> raised = new ArrayList<>();
    private final Ticket ticket;

    private String expected = "NEW";
    private String beforeTheWait = "NEW";
    private boolean hasBegun;
    private int told;
    private final Set<UUID> known = new HashSet<>();
    private final Set<UUID> closed = new HashSet<>();
    private final Set<UUID> settled = new HashSet<>();

    TicketWalk() {
        TicketTerms aDay = new TicketTerms(
                null, new Target(Duration.ofHours(4), Duration.ofDays(1), Counted.ALWAYS), Times.ALWAYS);
        UUID any = UUID.randomUUID();
        NewTicket call = new NewTicket(
                Channel.PHONE,
                any,
                any,
                any,
                any,
                ServiceType.REPAIR,
                Priority.URGENT,
                "Chiller leaks",
                "Ramp",
                List.of(),
                any,
                null);
        ticket = Ticket.open(
                UUID.randomUUID(),
                call,
                new Parties(null, null, null, Optional.empty()),
                "T-1",
                aDay,
                null,
                walk.by(Person.DANA));
        check(State.NEW);
    }

    void tap(Tap tap) {
        State before = ticket.state;
        Optional<String> next =
                Optional.ofNullable(tap.moves.get(expected)).filter(any -> !(hasBegun && tap == Tap.REJECT));
        boolean isTaken = Walk.isTaken(() -> tap.command.accept(ticket, walk.by(Person.DANA)));

        assertThat(isTaken).as("%s in %s is taken", tap, before).isEqualTo(next.isPresent());
        if (isTaken && tap == Tap.WAIT) {
            beforeTheWait = expected;
        }
        expected = isTaken && tap == Tap.RESUME ? beforeTheWait : next.orElse(expected);
        if (isTaken && tap == Tap.RESUME && hasBegun) {
            begins();
        }
        if (isTaken && tap == Tap.REOPEN) {
            hasBegun = true;
            orders.add(ticket.furtherOrderId);
            known.add(ticket.furtherOrderId);
        }
        told += isTaken && tap != Tap.QUALIFY ? 1 : 0;
        check(before);
    }

    /** @param any of the orders that there are by then */
    void hear(News news, int any) {
        State before = ticket.state;
        int which = any % orders.size();
        UUID order = orders.get(which);
        By by = walk.event();
        OrderNews heard = new OrderNews(ticket, by);
        switch (news) {
            case ORDERED -> {
                heard.created(order, "SO-" + which);
                known.add(order);
            }
            case BEGUN -> {
                heard.workBegan(by.at());
                begins();
            }
            case CALLED_OFF -> heard.cancelled("Taken back");
            case JOB_CLOSED -> {
                heard.jobClosed(order, by.at());
                closed.add(order);
                end(order);
            }
            case INVOICED -> {
                heard.invoiced(order, UUID.randomUUID(), "FS-1", by.at());
                settled.add(order);
                end(order);
            }
            case NOTHING_TO_BILL -> {
                heard.nothingToBill(order, "Nothing", by.at());
                settled.add(order);
                end(order);
            }
        }
        check(before);
    }

    private void begins() {
        hasBegun = true;
        expected = Set.of("NEW", "QUALIFIED").contains(expected) ? "IN_PROGRESS" : expected;
    }

    /** All that is still to come about the orders comes: nothing may be stuck then. */
    void hearTheRest() {
        for (int i = 0; i < orders.size(); i++) {
            hear(News.ORDERED, i);
            hear(News.INVOICED, i);
            hear(News.JOB_CLOSED, i);
        }
        assertThat(ticket.state.name()).isIn(OVER);
    }

    private void end(UUID order) {
        known.add(order);
        if (closed.containsAll(known) && OPEN.contains(expected)) {
            expected = "RESOLVED";
        }
        if (closed.containsAll(known) && settled.containsAll(known) && expected.equals("RESOLVED")) {
            expected = "CLOSED";
        }
    }

    private void check(State before) {
        assertThat(ticket.state.name()).as("state after %s", before).isEqualTo(expected);
        Walk.assertHistoryTells(ticket, before, ticket.state);
        ticket.takeEvents().forEach(event -> raised.add((TicketEvent) event));
        assertThat(raised).filteredOn(TicketEvent.Created.class::isInstance).hasSize(1);
        assertThat(raised)
                .as("others are told of all that is not theirs")
                .filteredOn(TicketEvent.Changed.class::isInstance)
                .hasSize(told);
    }

    @Override
    public String toString() {
        return "ticket in " + ticket.state;
    }
}
