package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.ticket.incoming.MailboxReader;
import dev.fieldservice.ticket.mailbox.ImapAccount;
import dev.fieldservice.ticket.mailbox.MailAccount;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rounds through a mailbox, and what is seen of them. */
record MailboxRounds(MailboxReader reader, Letterbox letterbox) {

    /** Until there is nothing more. */
    void read() {
        while (round(account -> account) > 0) {}
    }

    /** One round, with what a test puts before the account; what fails there ends it. */
    int round(UnaryOperator<MailAccount> before) {
        try (MailAccount account = before.apply(ImapAccount.open(letterbox))) {
            return VertxContextSupport.subscribeAndAwait(() -> reader.round(account, Duration.ofMillis(1)));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    void delivered(EMail... mails) {
        for (EMail mail : mails) {
            letterbox.deliver(mail.bytes());
        }
        read();
    }

    static List<Map<String, Object>> of(String address) {
        return get(Person.DANA, "/v1/incoming-mails?fromAddress=" + address)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The only one from there. */
    static Response only(String address) {
        List<Map<String, Object>> mails = of(address);
        if (mails.size() != 1) {
            throw new AssertionError("not one mail: " + mails);
        }
        return seen(mails.getFirst().get("id"));
    }

    static Response last(String address) {
        return seen(of(address).getLast().get("id"));
    }

    private static Response seen(Object id) {
        return get(Person.DANA, "/v1/incoming-mails/" + id);
    }

    static Response command(Response mail, String command, Object body) {
        return post(Person.DANA, "/v1/incoming-mails/" + mail.path("id") + "/" + command, body);
    }

    static List<Map<String, Object>> ticketsOf(String customer) {
        return get(Person.DANA, "/v1/tickets?customerId=" + customer).path("items");
    }

    static List<Map<String, Object>> messagesOf(String ticket) {
        return get(Person.SORIN, "/v1/tickets/" + ticket + "/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
