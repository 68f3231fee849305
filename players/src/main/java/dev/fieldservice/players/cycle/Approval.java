package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The technician enters who approves at the customer's. */
public final class Approval implements Step {

    @Override
    public void play(Job job) {
        if (job.takes(Turn.NAMES_APPROVER)) {
            var technician = job.technician().person();
            var form = JobForms.approver(job.customer().mail());
            job.story()
                    .does(
                            technician,
                            "enters who approves at the customer's",
                            () -> job.driver().edit(technician, job.workOrder(), job.path("approver"), form));
        }
    }
}
