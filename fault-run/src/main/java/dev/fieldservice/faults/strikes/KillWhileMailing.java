package dev.fieldservice.faults.strikes;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.DISPATCH;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.servers.MailDoor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/**
 * One mail is claimed and not sent, another is sent and that is not recorded: there the service that sends them is killed. When the
 * lease is over each is taken up again; the second comes twice, under one id.
 */
record KillWhileMailing(Service service, Function<Field, WatchedMail> mail) implements Fault {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Less than a transaction waits for a lock. */
    private static final Duration UNTIL_IT_WAITS = Duration.ofSeconds(4);

    /** More than a lease lasts, and the transactions after it. */
    private static final Duration LEASE = Duration.ofSeconds(150);

    private static final String WAITS = """
            select count(*) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and query ilike '%from errand%'""";

    /** About a visit that will be late. */
    static KillWhileMailing ofDispatch() {
        return new KillWhileMailing(DISPATCH, LateVisit::planned);
    }

    /** With an invoice. */
    static KillWhileMailing ofBilling() {
        return new KillWhileMailing(BILLING, InvoiceOnRequest::of);
    }

    @Override
    public String name() {
        return "kill -9 " + service.module() + " between claim, sending and recording of a mail";
    }

    @Override
    public boolean strike(Field field) throws SQLException {
        var claimed = mail.apply(field);
        var sent = mail.apply(field);
        try {
            return claimedNotSent(field, claimed)
                    && isMadeUpFor(field, claimed, 1)
                    && sentNotRecorded(field, sent)
                    && isMadeUpFor(field, sent, 2);
        } finally {
            field.stack().mail().door().open();
            claimed.callOff();
            sent.callOff();
        }
    }

    private boolean claimedNotSent(Field field, WatchedMail late) {
        MailDoor door = field.stack().mail().door();
        door.fallSilent();
        late.announce();
        if (!Field.within(PATIENCE, late::isClaimed)) {
            return false;
        }
        field.kill(service);
        field.observe(
                "a mail that was claimed and not sent is not forgotten",
                late.isClaimed() && late.isWaiting() && late.mails() == 0,
                late + " is " + late.state() + ", mails: " + late.mails());
        door.open();
        field.start(service);
        return true;
    }

    private boolean sentNotRecorded(Field field, WatchedMail late) throws SQLException {
        MailDoor door = field.stack().mail().door();
        door.keepLastWord();
        late.announce();
        if (!Field.within(PATIENCE, () -> late.mails() == 1)) {
            return false;
        }
        try (Connection lock = field.databases().connect(service)) {
            lock.setAutoCommit(false);
            var _ = Databases.rows(lock, "select id from errand where content like ? for update", late.content());
            door.open();
            boolean waits = Field.within(UNTIL_IT_WAITS, () -> field.databases().number(service, WAITS) > 0);
            field.kill(service);
            lock.rollback();
            field.observe(
                    "a mail that was sent and not recorded is not forgotten",
                    waits && late.isClaimed() && late.isWaiting() && late.mails() == 1,
                    late + " is " + late.state() + ", mails: " + late.mails()
                            + (waits ? ", its record waited for a lock" : ", nothing waited for the lock"));
        }
        field.start(service);
        return true;
    }

    /** Before the next is struck: what is sent while the door keeps the last word to itself is sent again. */
    private boolean isMadeUpFor(Field field, WatchedMail late, int mails) {
        field.observe(
                "a mail that was cut off is sent when the lease is over, "
                        + (mails == 1 ? "once" : "again under the same id"),
                late.isSentWithin(LEASE) && late.mails() == mails,
                late + " is " + late.state() + ", mails: " + late.mails());
        return true;
    }
}
