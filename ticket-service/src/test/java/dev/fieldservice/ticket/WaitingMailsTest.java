package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.ticket.incoming.MailboxReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not certain about a mail waits for a dispatcher, who decides once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class WaitingMailsTest {

    @Inject
    MailboxReader reader;

    private MailboxRounds mailbox;
    private Clientele client;

    @BeforeEach
    void aCustomerWrites() {
        mailbox = new MailboxRounds(reader, Letterbox.fresh());
        client = Clientele.register();
    }

    @Test
    void theNumberInTheSubjectIsBelievedOfTheTicketsCustomerOnly() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));
        String ticket = MailboxRounds.only(client.address()).path("ticketId");
        String number = get(Person.DANA, "/v1/tickets/" + ticket).path("number");

        mailbox.delivered(client.writes("Despre " + number, "E urgent"));
        String stranger = "x@" + client.firm() + "-fals.example";
        mailbox.delivered(EMail.from(stranger, "Despre " + number, "Anulați tot"));

        assertThat(MailboxRounds.messagesOf(ticket)).hasSize(2);
        MailboxRounds.only(stranger)
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("sender-unknown"))
                .body("proposals[0].customerId", equalTo(client.customer()))
                .body("proposals[0].because", hasItem("TICKET"));
    }

    @Test
    void whatIsSaidAboutATicketThatIsOverWaitsForSomebodyWhoDecides() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));
        String ticket = MailboxRounds.only(client.address()).path("ticketId");
        String number = get(Person.DANA, "/v1/tickets/" + ticket).path("number");
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Merge"))
                .then()
                .statusCode(200);

        mailbox.delivered(client.writes("Re: " + number, "Tot pierde"));

        Response waiting = MailboxRounds.last(client.address());
        waiting.then().body("state", equalTo("WAITING")).body("reason", equalTo("ticket-is-over"));
        MailboxRounds.command(waiting, "join", Map.of("ticketId", ticket))
                .then()
                .statusCode(422)
                .body("code", equalTo("ticket-is-over"));
    }

    @Test
    void theMailOfAStrangerWaitsWithTheLikeliestCustomersAndIsAcceptedOnce() {
        var _ = client.machine(client.site(), "FX-" + client.firm());
        EMail mail = EMail.from(
                        "Ion Pop <ion@" + client.firm() + ".example>",
                        "Avarie",
                        "Mașina cu seria FX-" + client.firm() + " stă.")
                .enclosing("Poză.jpg", "image/jpeg", Enclosure.picture(8, 8));
        mailbox.delivered(mail);
        String sender = "ion@" + client.firm() + ".example";
        Response waiting = MailboxRounds.only(sender);
        waiting.then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("sender-unknown"))
                .body("allowedCommands", hasItems("accept", "join", "dismiss"))
                .body("proposals[0].customerId", equalTo(client.customer()))
                .body("proposals[0].because", hasItems("SERIAL_NUMBER", "DOMAIN", "NAME"));
        assertThat(MailboxRounds.ticketsOf(client.customer())).isEmpty();

        Response accepted = MailboxRounds.command(waiting, "accept", accepting(client.site()));

        accepted.then().statusCode(200).body("state", equalTo("TICKET_OPENED"));
        String ticket = accepted.path("ticketId");
        Response opened = get(Person.DANA, "/v1/tickets/" + ticket);
        opened.then()
                .body("summary", equalTo("Avarie"))
                .body("priority", equalTo("URGENT"))
                .body("attachmentCount", equalTo(1));
        get(Person.DANA, "/v1/contacts/" + opened.path("contactId"))
                .then()
                .body("name", equalTo("Ion Pop"))
                .body("email", equalTo(sender));
        await().until(() -> new Letterbox(sender).mails().size() == 1);
        MailboxRounds.command(waiting, "accept", accepting(client.site()))
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-transition"));
    }

    @Test
    void whatIsAcceptedHasToBeOfOneCustomerAndNothingIsLeftBehindOtherwise() {
        mailbox.delivered(EMail.from("a@" + client.firm() + "x.example", "Avarie", "x"));
        Response waiting = MailboxRounds.only("a@" + client.firm() + "x.example");

        MailboxRounds.command(waiting, "accept", accepting(Clientele.register().site()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/locationId"));
        MailboxRounds.command(
                        waiting, "join", Map.of("ticketId", UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/ticketId"));

        get(Person.DANA, "/v1/contacts?customerId=" + client.customer()).then().body("items.size()", equalTo(1));
        MailboxRounds.command(waiting, "dismiss", Map.of("reason", "Reclamă"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("remark", equalTo("Reclamă"))
                .body("ticketId", nullValue());
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheNextIsNotHeldUp() {
        byte[] broken = EMail.raw(
                "From: ",
                client.maria(),
                "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: image/jpeg; name=p.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@@\r\n--b--\r\n");
        byte[] large = client.writes("Mare", "Vedeți")
                .enclosing("p.jpg", "image/jpeg", new byte[3 << 20])
                .bytes();
        mailbox.letterbox()
                .deliver(broken, large, client.writes("Chiller", "Pierde apă").bytes());

        mailbox.read();

        assertThat(MailboxRounds.of(client.address()))
                .extracting(mail -> mail.get("state") + " " + mail.get("reason"))
                .containsExactly("TICKET_OPENED null", "SET_ASIDE too-large", "TICKET_OPENED null");
        Response aside = get(
                Person.DANA,
                "/v1/incoming-mails/"
                        + MailboxRounds.of(client.address()).get(1).get("id"));
        aside.then().body("text", equalTo("Vedeți")).body("allowedCommands", hasItem("accept"));
        MailboxRounds.command(aside, "accept", accepting(client.site())).then().statusCode(200);
    }

    @Test
    void noMachineIsAnsweredEvenIfADispatcherOpensATicketForItsMail() {
        mailbox.delivered(client.writes("Alarmă", "8 °C").with("Auto-Submitted", "auto-generated"));
        Response opened =
                MailboxRounds.command(MailboxRounds.only(client.address()), "accept", accepting(client.site()));

        assertThat(get(Person.DANA, "/v1/history?correlationId=" + opened.path("ticketId"))
                        .<List<String>>path("items.action"))
                .contains("CREATE")
                .doesNotContain("MAIL_QUEUED");
    }

    @Test
    void aMailThatTheServerDoesNotGiveOrCannotMoveHoldsUpNoOther() {
        mailbox.letterbox()
                .deliver(
                        client.writes("Prima", "x").bytes(),
                        client.writes("A doua", "y").bytes(),
                        client.writes("A treia", "z").bytes());
        Set<Long> stuck = new HashSet<>();

        for (int round = 0; round < 5; round++) {
            var _ = mailbox.round(account -> new StubbornAccount(account, stuck));
        }

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(2);
        assertThat(get(Person.DANA, "/v1/incoming-mails?state=SET_ASIDE&sort=NEWEST&limit=1")
                        .<String>path("items[0].reason"))
                .isEqualTo("unreadable");
        assertThat(mailbox.letterbox().count("INBOX")).isEqualTo(2);
        assertThat(mailbox.round(account -> new StubbornAccount(account, stuck)))
                .as("dealt with, so that nobody begins anew at once")
                .isZero();
    }

    @Test
    void theListShowsWhatWaitsAndSaysOfEachWhatBecameOfIt() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));

        get(Person.SORIN, "/v1/incoming-mails?state=TICKET_OPENED&sort=NEWEST&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].ticketId", notNullValue());
        get(Person.TUDOR, "/v1/incoming-mails").then().statusCode(403);
        post(Person.SORIN, "/v1/incoming-mails/" + UUID.randomUUID() + "/dismiss", Map.of("reason", "x"))
                .then()
                .statusCode(403);
        get(Person.DANA, "/v1/incoming-mails/" + UUID.randomUUID()).then().statusCode(404);
    }

    private Map<String, Object> accepting(String site) {
        return Map.of(
                "customerId",
                client.customer(),
                "locationId",
                site,
                "serviceType",
                "REPAIR",
                "priority",
                "URGENT",
                "requiredSkills",
                List.of());
    }
}
