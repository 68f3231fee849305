package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;

/** Nobody can be let in yet: what was promised does not run meanwhile. */
final class OnHold implements Step {

    @Override
    public void play(Job job) {
        if (!job.takes(Turn.WAITS_FOR_CUSTOMER)) {
            return;
        }
        job.does(Player.DANA, "waits for the customer", job.serviceOrder() + "/hold", JobForms.HOLD);
        job.does(Player.DANA, "goes on with it", job.serviceOrder() + "/resume", JobForms.NO_BODY);
    }
}
