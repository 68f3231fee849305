package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.forms.JobForms;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The technician writes down travel and labour. */
final class Hours implements Step {

    private static final Set<String> BILLED = Set.of("TRAVEL", "LABOUR");

    /** Time is billed in thousandths of minutes, rounded half up. */
    private static final Duration SHORTEST_BILLED = Duration.ofMillis(30);

    @Override
    public void play(Job job) {
        if (job.isGoodwill()) {
            return;
        }
        var now = Instant.now();
        List<JsonNode> accepted = job.takes(Turn.ACCEPTS_PROPOSED_TIMES) ? accept(job) : List.of();
        boolean isTravelKnown = accepted.stream().anyMatch(one -> kind(one).equals("TRAVEL"));
        if (job.takes(Turn.ENTERS_TRAVEL) && !isTravelKnown) {
            job.setOffAt().ifPresent(from -> enter(job, "enters the drive", "TRAVEL", from, job.beganAt()));
        }
        if (job.takes(Turn.ENTERS_LABOUR)) {
            enter(job, "and the labour since then", "LABOUR", since(job, accepted), now);
        }
    }

    /** An hour is recorded once: what was taken as proposed is not written down again. */
    private static Instant since(Job job, List<JsonNode> accepted) {
        return Stream.concat(
                        Stream.of(job.beganAt()),
                        accepted.stream()
                                .map(one -> Instant.parse(one.at("/endedAt").asText())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What the steps of the visit told of more than a minute. */
    private static List<JsonNode> accept(Job job) {
        var proposals = proposals(job);
        for (var proposal : proposals) {
            job.onSite(
                    "takes the time that the phone proposes: %s, %s minutes"
                            .formatted(kind(proposal), proposal.at("/minutes").asText()),
                    "time-proposals/accept",
                    JobForms.accepted(proposal.at("/startedAt").asText()));
            job.addBillable(1);
        }
        if (job.isWatched()) {
            job.story().holds(proposals(job).isEmpty(), "what is recorded is not proposed again");
        }
        return proposals;
    }

    /** Of their own travel and labour. */
    private static List<JsonNode> proposals(Job job) {
        var technician = job.technician().person();
        var proposed =
                job.driver().read(technician, job.path("time-proposals")).body().at("/proposals");
        return StreamSupport.stream(proposed.spliterator(), false)
                .filter(one -> one.at("/technicianId").asText().equals(technician.id()))
                .filter(one -> BILLED.contains(kind(one)))
                .toList();
    }

    private static String kind(JsonNode proposal) {
        return proposal.at("/kind").asText();
    }

    /** What was, however short: a player's day is over in minutes, and an hour can be recorded once only. */
    private static void enter(Job job, String what, String kind, Instant from, Instant to) {
        job.onSite(what, "time-entries", JobForms.time(kind, from, to));
        if (Duration.between(from, to).compareTo(SHORTEST_BILLED) >= 0) {
            job.addBillable(1);
        }
    }
}
