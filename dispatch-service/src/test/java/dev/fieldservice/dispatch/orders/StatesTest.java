package dev.fieldservice.dispatch.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.dispatch.orders.OrderLifecycle.Fact;
import dev.fieldservice.dispatch.orders.OrderLifecycle.State;
import dev.fieldservice.dispatch.orders.TicketTold.Work;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.testing.Contracts;
import dev.fieldservice.platform.testing.StatesDocument;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each state of this service's machines means to the other services, and theirs to it. */
class StatesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final By BY = By.service("test", Instant.EPOCH, null, null);

    @Test
    void everyOtherServiceHasDecidedAboutEveryState() {
        StatesDocument.check("Service order", "dispatch", State.class);
        StatesDocument.check("Appointment", "dispatch", AppointmentLifecycle.State.class);
        StatesDocument.check("Working day", "dispatch", List.of("OPEN", "ENDED"));
    }

    @Test
    void whatTheTicketSaysIsDecidedInEveryStateOfItsOrder() {
        assertThat(table(Work.values(), work -> order -> new Plan(order, Visits.NONE).follow(ticket(work), BY)))
                .isEqualTo("""
                        UNSCHEDULED: NOT_YET=UNSCHEDULED WANTED=UNSCHEDULED ON_HOLD=ON_HOLD CALLED_OFF=CANCELLED
                        SCHEDULED: NOT_YET=SCHEDULED WANTED=SCHEDULED ON_HOLD=ON_HOLD CALLED_OFF=CANCELLED
                        IN_PROGRESS: NOT_YET=IN_PROGRESS WANTED=IN_PROGRESS ON_HOLD=IN_PROGRESS CALLED_OFF=IN_PROGRESS
                        ON_HOLD: NOT_YET=ON_HOLD WANTED=ON_HOLD ON_HOLD=ON_HOLD CALLED_OFF=CANCELLED
                        COMPLETED: NOT_YET=COMPLETED WANTED=COMPLETED ON_HOLD=COMPLETED CALLED_OFF=COMPLETED
                        CLOSED: NOT_YET=CLOSED WANTED=CLOSED ON_HOLD=CLOSED CALLED_OFF=CLOSED
                        CANCELLED: NOT_YET=CANCELLED WANTED=CANCELLED ON_HOLD=CANCELLED CALLED_OFF=CANCELLED""");
    }

    @Test
    void nothingBringsBackToThePoolWhatWasCalledOffOrWaits() {
        for (State state : State.values()) {
            for (Fact fact : Fact.values()) {
                ServiceOrder calledOff = order(state);
                new Plan(calledOff, Visits.NONE).follow(ticket(Work.CALLED_OFF), BY);
                ServiceOrder waiting = order(state);
                new Plan(waiting, Visits.NONE).follow(ticket(Work.ON_HOLD), BY);

                calledOff.apply(fact, BY, Instant.EPOCH, "Because");
                waiting.apply(fact, BY, Instant.EPOCH, "Because");

                assertThat(calledOff.isInOpenPool() || calledOff.state == State.SCHEDULED)
                        .as("%s after %s, called off", state, fact)
                        .isFalse();
                assertThat(waiting.isInOpenPool())
                        .as("%s after %s, waiting", state, fact)
                        .isFalse();
            }
        }
    }

    private static <T> String table(T[] heard, Function<T, java.util.function.Consumer<ServiceOrder>> effect) {
        return Arrays.stream(State.values())
                .map(state -> state + ": "
                        + Arrays.stream(heard)
                                .map(each -> {
                                    ServiceOrder order = order(state);
                                    effect.apply(each).accept(order);
                                    return each + "=" + order.state;
                                })
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static ServiceOrder order(State state) {
        ServiceOrder order = ServiceOrder.create(ticket(Work.WANTED), "SO-1", Optional.empty(), BY);
        order.state = state;
        return order;
    }

    private static TicketTold ticket(Work work) {
        return JSON.convertValue(Contracts.sample(Topics.TICKET_CHANGED, Map.of("work", work)), TicketTold.class);
    }
}
