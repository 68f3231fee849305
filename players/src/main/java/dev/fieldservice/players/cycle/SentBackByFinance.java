package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.MoneyForms;

/** The accountant doubts what was closed, and has it looked at once more before it is billed. */
final class SentBackByFinance implements Step {

    @Override
    public void play(Job job) {
        if (!job.isBillable() || !job.takes(Turn.FINANCE_SENDS_BACK)) {
            return;
        }
        job.story().chapter("Finance sends it back");
        var billing = "/v1/billing-cases/" + job.order();
        var _ = job.driver().await(Player.ANA, billing, SentBackByFinance::isClosed);
        job.doesOnce(
                Player.ANA,
                "sends it back: is the drive right?",
                billing + "/send-back",
                MoneyForms.shortcoming("WRONG_TIMES", "Este corectă deplasarea?"));
        job.story()
                .follows(
                        "workorder-service",
                        "job-returned",
                        "the job is open again for its reviewer",
                        () -> job.driver().awaitState(Player.SORIN, job.workOrder(), "COMPLETED"));
        Review.approve(job, "has asked, and closes it as it was");
        job.story()
                .follows(
                        "billing-service",
                        "job-closed",
                        "it is here again, to be billed",
                        () -> job.driver()
                                .await(
                                        Player.ANA,
                                        billing,
                                        seen -> seen.isOk() && !seen.body().has("sentBack")));
    }

    /** All that was used and done is known. */
    private static boolean isClosed(Answer seen) {
        return seen.isOk() && !seen.text("/state").equals("COLLECTING");
    }
}
