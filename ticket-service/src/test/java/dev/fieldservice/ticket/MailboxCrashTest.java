package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.ticket.incoming.MailboxReader;
import dev.fieldservice.ticket.mailbox.MailAccount;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever reading a mail is broken off, it takes effect once: a ticket, a message, its file and an acknowledgement. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MailboxCrashTest {

    /** The steps of reading a mail, each of which may be the last of a process. */
    enum Step {
        BEFORE_IT_IS_FETCHED,
        HALF_FETCHED,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT,
        AFTER_IT_WAS_MOVED
    }

    @Inject
    MailboxReader reader;

    @Inject
    AgroalDataSource database;

    private MailboxRounds mailbox;
    private Clientele client;

    @BeforeEach
    void aCustomerHasWritten() {
        mailbox = new MailboxRounds(reader, Letterbox.fresh());
        client = Clientele.register();
        mailbox.letterbox()
                .deliver(client.writes("Chiller", "Pierde apă")
                        .enclosing("Poză.jpg", "image/jpeg", Enclosure.picture(8, 8))
                        .bytes());
    }

    @ParameterizedTest
    @EnumSource
    void afterEachStepTheNextRoundGoesOnAndItIsDoneOnce(Step last) throws SQLException {
        if (last == Step.BEFORE_THE_COMMIT) {
            sql("""
                    create or replace function dies() returns trigger language plpgsql as
                    $$ begin raise exception 'killed' using errcode = '40001'; end $$""");
            sql("create trigger dies before insert on ticket_message for each row execute function dies()");
        }
        assertThatThrownBy(() -> mailbox.round(account -> new Dying(account, last)))
                .isInstanceOf(AssertionError.class);
        if (last == Step.BEFORE_THE_COMMIT) {
            sql("drop trigger dies on ticket_message");
        }

        mailbox.read();

        requireOnce();
    }

    @Test
    void twoWhoReadAtTheSameTimeTakeItOnce() {
        List<CompletableFuture<Void>> readers = Stream.of(1, 2, 3)
                .map(each -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                var _ = mailbox.round(account -> account);
                            } catch (AssertionError lost) {
                                // another one was first
                            }
                        },
                        Thread::startVirtualThread))
                .toList();
        readers.forEach(CompletableFuture::join);

        mailbox.read();

        requireOnce();
    }

    @Test
    void aMailThatEndsTheProcessEachTimeIsSetAsideInTheEnd() throws SQLException {
        assertThatThrownBy(() -> mailbox.round(account -> new Dying(account, Step.BEFORE_IT_IS_FETCHED)))
                .isInstanceOf(AssertionError.class);
        sql("update incoming_mail set attempts = 3 where account = '"
                + mailbox.letterbox().username() + "/INBOX'");

        mailbox.read();

        assertThat(get(Person.DANA, "/v1/incoming-mails?state=SET_ASIDE&sort=NEWEST&limit=1")
                        .<List<Map<String, Object>>>path("items"))
                .extracting(mail -> mail.get("reason") + " " + mail.get("fromAddress"))
                .containsExactly("unreadable " + client.address());
        assertThat(MailboxRounds.ticketsOf(client.customer())).isEmpty();
        assertThat(mailbox.letterbox().count("INBOX")).isZero();
    }

    private void requireOnce() {
        List<Map<String, Object>> tickets = MailboxRounds.ticketsOf(client.customer());
        assertThat(tickets).hasSize(1);
        String ticket = (String) tickets.getFirst().get("id");
        assertThat(MailboxRounds.messagesOf(ticket)).hasSize(1);
        assertThat(get(Person.DANA, "/v1/tickets/" + ticket + "/attachments").<List<Object>>path("items"))
                .hasSize(1);
        assertThat(mailbox.letterbox().count("INBOX")).isZero();
        Letterbox sender = new Letterbox(client.address());
        await().until(() -> !sender.mails().isEmpty());
        assertThat(get(Person.DANA, "/v1/history?correlationId=" + ticket).<List<Map<String, Object>>>path("items"))
                .filteredOn(entry -> entry.get("action").equals("MAIL_QUEUED"))
                .hasSize(1);
        assertThat(sender.mails()).hasSize(1);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var running = connection.createStatement()) {
            var _ = running.execute(statement);
        }
    }

    /** An account whose reader dies after a step. */
    private record Dying(MailAccount account, Step last) implements MailAccount {

        @Override
        public String name() {
            return account.name();
        }

        @Override
        public List<Arrival> arrivals(Duration patience) throws MessagingException {
            return account.arrivals(patience);
        }

        @Override
        public boolean tellsOfNews() throws MessagingException {
            return account.tellsOfNews();
        }

        @Override
        public void copy(long uid, long most, OutputStream to) throws MessagingException, IOException {
            dieAfter(Step.BEFORE_IT_IS_FETCHED);
            account.copy(uid, last == Step.HALF_FETCHED ? 100 : most, to);
            dieAfter(Step.HALF_FETCHED);
        }

        @Override
        public Instant receivedAt(long uid) throws MessagingException {
            return account.receivedAt(uid);
        }

        /** What is dead asks nobody. */
        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public void putAway(long uid) throws MessagingException {
            dieAfter(Step.AFTER_THE_COMMIT);
            account.putAway(uid);
            dieAfter(Step.AFTER_IT_WAS_MOVED);
        }

        private void dieAfter(Step step) throws MessagingException {
            if (step == last) {
                throw new MessagingException("killed");
            }
        }

        @Override
        public void wake() {
            account.wake();
        }

        @Override
        public void close() throws MessagingException {
            account.close();
        }
    }
}
