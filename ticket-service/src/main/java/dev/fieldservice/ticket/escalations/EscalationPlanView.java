package dev.fieldservice.ticket.escalations;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is told of promised times: send it back, changed, to change it. */
@Schema(name = "EscalationPlan")
public record EscalationPlanView(List<EscalatedPerson> people) {

    static EscalationPlanView of(EscalationPlan plan) {
        return new EscalationPlanView(plan.details.people());
    }
}
