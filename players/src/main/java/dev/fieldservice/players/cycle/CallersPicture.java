package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.Photograph;
import java.util.UUID;

/** The customer sends a picture of it, and whoever has the job sees that. */
public final class CallersPicture implements Step {

    @Override
    public void play(Job job) {
        if (!job.takes(Turn.CUSTOMER_SENDS_PICTURE)) {
            return;
        }
        var picture = attach(job);
        if (job.isWatched()) {
            var technician = job.technician();
            job.story()
                    .follows(
                            "workorder-service",
                            "ticket-changed",
                            technician.firstName() + "'s phone has a link to it",
                            () -> job.driver()
                                    .await(
                                            technician.person(),
                                            job.path("attachments"),
                                            seen -> seen.body()
                                                    .findValuesAsText("id")
                                                    .contains(picture)));
        }
    }

    /** Its id, which the sender chooses. */
    public static String attach(Job job) {
        var picture = UUID.randomUUID().toString();
        job.story()
                .does(
                        Player.DANA,
                        "attaches the picture that Maria Ionescu has sent",
                        () -> job.driver()
                                .upload(
                                        Player.DANA,
                                        "/v1/tickets/%s/attachments/%s?name=Chiller.jpg&caption=De%%20aici%%20picur%%C4%%83"
                                                .formatted(job.ticket(), picture),
                                        Photograph.MEDIA_TYPE,
                                        Photograph.heldUpright()));
        return picture;
    }
}
