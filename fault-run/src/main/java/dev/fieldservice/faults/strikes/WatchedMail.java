package dev.fieldservice.faults.strikes;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.faults.evidence.Postbox;
import dev.fieldservice.local.Service;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A mail of which a fault wants to see what becomes: in the service that sends it, and in the mailbox. */
abstract class WatchedMail {

    private final Field field;
    private final Service service;
    private String id = "";
    private String recipient = "";

    WatchedMail(Field field, Service service) {
        this.field = field;
        this.service = service;
    }

    /** From now on the mail is due. */
    abstract void announce();

    /** Nothing of it is in anybody's way any more. */
    abstract void callOff();

    /** As the log of deliveries says. */
    abstract String state();

    /** The state of what is not sent yet. */
    abstract String waiting();

    /** The state of what is sent. */
    abstract String sent();

    void watch(String mail, String address) {
        id = mail;
        recipient = address;
    }

    Field field() {
        return field;
    }

    String id() {
        return id;
    }

    boolean isWaiting() {
        return state().equals(waiting());
    }

    boolean isSentWithin(Duration limit) {
        return Field.within(limit, () -> state().equals(sent()));
    }

    /** Whether a process has the mail in hand. */
    boolean isClaimed() {
        return field.databases()
                        .number(
                                service,
                                "select count(*) from errand where lease is not null and content like ?",
                                content())
                == 1;
    }

    /** What the job's row holds; part of the text of its content. */
    String content() {
        return "%" + id + "%";
    }

    /** How often it was tried, and why that failed; nothing when it is done. */
    List<Row> attempts() {
        return field.databases().rows(service, "select attempts, failure from errand where content like ?", content());
    }

    /** How many mails about it lie in the mailbox. */
    int mails() {
        return Collections.frequency(
                new Postbox(field.stack().address()).ids(recipient), Postbox.messageId(service, id));
    }

    String only(String sql, UUID argument) {
        return field.databases().list(service, sql, argument).getFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
