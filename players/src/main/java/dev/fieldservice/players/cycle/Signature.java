package dev.fieldservice.players.cycle;

import dev.fieldservice.players.forms.JobForms;

/** The customer signs what was done, or nobody is there. */
public final class Signature implements Step {

    @Override
    public void play(Job job) {
        if (job.takes(Turn.CUSTOMER_SIGNS)) {
            sign(job);
        } else {
            job.onSite("finds nobody who could sign", "signature", JobForms.NOBODY_SIGNS);
        }
    }

    private static void sign(Job job) {
        var technician = job.technician().person();
        var hash = job.looks(technician, "shows Maria what she is to sign", job.path("signing-content"))
                .text("/contentHash");
        job.onSite("Maria signs on the screen", "signature", JobForms.signature(hash));
        if (job.isWatched()) {
            var screen = job.driver().read(technician, job.workOrder());
            job.story()
                    .holds(
                            screen.body().at("/signature/valid").asBoolean(),
                            "the signature is bound to content " + hash.substring(0, 12) + "…");
        }
    }
}
