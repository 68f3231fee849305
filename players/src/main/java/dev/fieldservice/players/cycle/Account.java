package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The technician says what was found and what was done, before anybody signs it. */
public final class Account implements Step {

    @Override
    public void play(Job job) {
        if (job.takes(Turn.GIVES_ACCOUNT)) {
            var technician = job.technician().person();
            job.story()
                    .does(
                            technician,
                            "says what was found and what was done",
                            () -> job.driver()
                                    .edit(technician, job.workOrder(), job.path("account"), JobForms.ACCOUNT));
        }
    }
}
