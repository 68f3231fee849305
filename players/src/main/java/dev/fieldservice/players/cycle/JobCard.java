package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The job comes to the phone of who has it. */
final class JobCard implements Step {

    @Override
    public void play(Job job) {
        var technician = job.technician();
        var card = job.story()
                .follows(
                        "workorder-service",
                        "order-assigned",
                        "the job is on " + technician.firstName() + "'s phone",
                        () -> job.driver()
                                .await(
                                        technician.person(),
                                        job.workOrder(),
                                        reply ->
                                                names(reply, technician.person().id())));
        if (job.isWatched()) {
            look(job, card);
        }
    }

    private static boolean names(Answer card, String technician) {
        return card.body().at("/technicians").findValuesAsText("id").contains(technician);
    }

    private static void look(Job job, Answer card) {
        var story = job.story();
        story.holds(card.body().toString().contains("Maria Ionescu"), "it names the person to meet and her phone");
        story.holds(card.text("/links/map").startsWith("geo:44.4269,26.0346"), "one tap opens the map, and directions");
        story.chapter("The technician's day");
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var calendar = job.looks(
                job.technician().person(),
                "opens the service calendar",
                "/v1/calendar?limit=200&from=%s&to=%s"
                        .formatted(now.minus(1, ChronoUnit.DAYS), now.plus(29, ChronoUnit.DAYS)));
        story.holds(
                calendar.body().toString().contains(job.order()),
                "the visit stands in it with all that dispatch entered");
    }
}
