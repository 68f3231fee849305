package dev.fieldservice.players.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.players.forms.JobForms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The technician writes down travel and labour. */
final class Hours implements Step {

    private static final Set<String> BILLED = Set.of("TRAVEL", "LABOUR");

    /** Time is billed in thousandths of minutes, rounded half up. */
    private static final Duration SHORTEST_BILLED = Duration.ofMillis(30);

    /** Kilometres an hour. */
    private static final BigDecimal SPEED = new BigDecimal("44.4");

    private static final BigDecimal SECONDS_PER_HOUR = new BigDecimal(3600);

    @Override
    public void play(Job job) {
        if (job.isGoodwill()) {
            return;
        }
        var now = Instant.now();
        List<JsonNode> accepted = job.takes(Turn.ACCEPTS_PROPOSED_TIMES) ? accept(job) : List.of();
        boolean isTravelKnown = accepted.stream().anyMatch(one -> kind(one).equals("TRAVEL"));
        if (job.takes(Turn.ENTERS_TRAVEL) && !isTravelKnown) {
            job.setOffAt().ifPresent(from -> drove(job, from));
        }
        if (job.takes(Turn.ENTERS_LABOUR)) {
            var since = since(job, accepted);
            enter(job, "and the labour since then", JobForms.time("LABOUR", since, now), since, now);
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
                    accepted(job, proposal));
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

    private static String accepted(Job job, JsonNode proposal) {
        var start = proposal.at("/startedAt").asText();
        var isJourney = kind(proposal).equals("TRAVEL") && job.takes(Turn.SAYS_HOW_FAR);
        return isJourney
                ? kilometres(
                                Instant.parse(start),
                                Instant.parse(proposal.at("/endedAt").asText()))
                        .map(far -> JobForms.accepted(start, far))
                        .orElseGet(() -> JobForms.accepted(start))
                : JobForms.accepted(start);
    }

    private static void drove(Job job, Instant from) {
        var to = job.beganAt();
        var far = job.takes(Turn.SAYS_HOW_FAR) ? kilometres(from, to) : Optional.<String>empty();
        var body = far.map(kilometres -> JobForms.journey(from, to, kilometres))
                .orElseGet(() -> JobForms.time("TRAVEL", from, to));
        enter(
                job,
                far.map(kilometres -> "enters the drive, %s km".formatted(kilometres))
                        .orElse("enters the drive"),
                body,
                from,
                to);
    }

    /** At the speed of a city; empty where one has hardly moved. */
    private static Optional<String> kilometres(Instant from, Instant to) {
        var far = SPEED.multiply(new BigDecimal(Duration.between(from, to).toSeconds()))
                .divide(SECONDS_PER_HOUR, 1, RoundingMode.UP);
        return Optional.of(far).filter(some -> some.signum() > 0).map(BigDecimal::toPlainString);
    }

    /** What was, however short: a player's day is over in minutes, and an hour can be recorded once only. */
    private static void enter(Job job, String what, String body, Instant from, Instant to) {
        job.onSite(what, "time-entries", body);
        if (Duration.between(from, to).compareTo(SHORTEST_BILLED) >= 0) {
            job.addBillable(1);
        }
    }
}
