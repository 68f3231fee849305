package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.workload.Call.Outcome;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Interrupted;
import java.time.Duration;
import java.util.List;

/** The mail server refuses connections for a while, or takes them and says nothing. Mails wait, and nothing else does. */
record MailServerGone(boolean isSilent, Duration time) implements Fault {

    /** As long as the next attempt may be away. */
    private static final Duration UNTIL_SENT = Duration.ofSeconds(150);

    @Override
    public String name() {
        return "mail server " + (isSilent ? "silent" : "away") + " for " + time.toSeconds() + " s";
    }

    @Override
    public boolean strike(Field field) {
        LateVisit late = LateVisit.planned(field);
        try {
            away(field, late);
            boolean isSent = late.isSentWithin(UNTIL_SENT);
            field.observe(
                    "a mail that waited goes out when the mail server is back",
                    isSent && late.mails() >= 1,
                    late + " is " + late.state() + ", mails: " + late.mails());
            return true;
        } finally {
            late.callOff();
        }
    }

    private void away(Field field, LateVisit late) {
        var door = field.stack().mail().door();
        if (isSilent) {
            door.fallSilent();
        } else {
            door.shut();
        }
        try {
            late.announce();
            long before = field.calls().count(Outcome.OK);
            Interrupted.pause(time);
            long meanwhile = field.calls().count(Outcome.OK) - before;
            List<Row> attempts = late.attempts();
            field.observe(
                    "without a mail server mails wait, and say why",
                    late.isWaiting()
                            && attempts.size() == 1
                            && attempts.getFirst().get(1) != null,
                    "attempts and why they failed: " + attempts);
            field.observe(
                    "without a mail server people go on",
                    meanwhile > 0 && List.of(Service.values()).stream().allMatch(field::isReady),
                    meanwhile + " commands were carried out meanwhile");
        } finally {
            door.open();
        }
    }
}
