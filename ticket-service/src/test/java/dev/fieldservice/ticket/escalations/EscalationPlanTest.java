package dev.fieldservice.ticket.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.ticket.contracts.Promise.Urgency;
import dev.fieldservice.ticket.escalations.EscalatedPerson.Level;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationPlanTest {

    private final EscalatedPerson dana = person("Dana", true, new Level(null, 50), new Level(Urgency.URGENT, 50));
    private final EscalatedPerson sorin = person("Sorin", true, new Level(null, 50), new Level(null, 100));
    private final EscalatedPerson gone = person("Gina", false, new Level(null, 50), new Level(Urgency.LOW, 50));
    private final EscalationPlan plan = plan(dana, sorin, gone);

    @Test
    void aPriorityForWhichSomebodyIsNamedGoesItsOwnWay() {
        assertThat(plan.told(Urgency.NORMAL, 50)).containsExactly(dana, sorin);
        assertThat(plan.told(Urgency.NORMAL, 75)).isEmpty();
        assertThat(plan.told(Urgency.URGENT, 50)).containsExactly(dana);
        assertThat(plan.told(Urgency.URGENT, 100)).isEmpty();
    }

    @Test
    void whoIsDisabledIsToldOfNothing() {
        assertThat(plan.told(Urgency.LOW, 50)).isEmpty();
        assertThat(plan.enabled(gone.personId())).isEmpty();
        assertThat(plan.enabled(UUID.randomUUID())).isEmpty();
        assertThat(plan.enabled(sorin.personId())).contains(sorin);
    }

    private static EscalationPlan plan(EscalatedPerson... people) {
        EscalationPlan plan = new EscalationPlan();
        plan.details = new EscalationPlanDetails(Arrays.asList(people));
        return plan;
    }

    private static EscalatedPerson person(String name, boolean enabled, Level... levels) {
        return new EscalatedPerson(UUID.randomUUID(), name, name + "@frigotehnica.example", enabled, List.of(levels));
    }
}
