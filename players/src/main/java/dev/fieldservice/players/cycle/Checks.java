package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.forms.JobForms;

/** The technician answers what the kind of work asks for, and takes the photos that it wants. */
final class Checks implements Step {

    @Override
    public void play(Job job) {
        if (!job.hasAKind()) {
            return;
        }
        var technician = job.technician().person();
        var asked = job.looks(technician, "looks at what is asked of the job", job.path("checklist"));
        for (var question : asked.body().at("/items")) {
            answer(job, question);
        }
        for (var wanted : asked.body().at("/evidence")) {
            for (int taken = wanted.at("/taken").asInt();
                    taken < wanted.at("/count").asInt();
                    taken++) {
                Evidence.photograph(job);
            }
        }
        if (job.isWatched()) {
            var missing =
                    job.driver().read(technician, job.path("checklist")).body().at("/missing");
            job.story()
                    .holds(
                            missing.findValuesAsText("pointer").stream().allMatch("/signature"::equals),
                            "nothing is missing but that Maria signs");
        }
    }

    private static void answer(Job job, JsonNode question) {
        var kind = question.at("/kind").asText();
        job.onSite(
                "answers: " + question.at("/question").asText(),
                "answers",
                JobForms.answer(question.at("/code").asText(), kind));
    }
}
