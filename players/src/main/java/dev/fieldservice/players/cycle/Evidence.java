package dev.fieldservice.players.cycle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.Photograph;
import java.util.UUID;

/** The technician photographs what was done. */
public final class Evidence implements Step {

    @Override
    public void play(Job job) {
        if (!job.takes(Turn.TAKES_PHOTOS)) {
            return;
        }
        var photo = photograph(job);
        if (job.isWatched()) {
            job.story()
                    .follows(
                            "workorder-service",
                            "errand",
                            "there is a small picture of it",
                            () -> job.driver()
                                    .await(
                                            job.technician().person(),
                                            job.path("photos/" + photo),
                                            seen -> seen.body()
                                                    .at("/hasThumbnail")
                                                    .asBoolean()));
        }
    }

    /** Its id, which the phone chooses. */
    @CanIgnoreReturnValue
    public static String photograph(Job job) {
        var photo = UUID.randomUUID().toString();
        Player technician = job.technician().person();
        job.story()
                .does(
                        technician,
                        "photographs it, held upright",
                        () -> job.driver()
                                .upload(
                                        technician,
                                        job.path("photos/" + photo + "?kind=AFTER&caption=Ventilul%20nou"),
                                        Photograph.MEDIA_TYPE,
                                        Photograph.heldUpright()));
        return photo;
    }
}
