package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.ticket.incoming.MailboxReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers write to the mailbox becomes tickets and messages about tickets, once. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MailboxTest {

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
    void theMailOfAKnownSenderIsATicketWithItsFilesAndIsAcknowledgedOnce() {
        byte[] picture = Enclosure.picture(64, 48);
        EMail mail = client.writes("Re: Chillerul pierde apă", "Vă rog să veniți azi.\nMaria")
                .enclosing("Poză.jpg", "image/jpeg", picture)
                .enclosing("Contract.pdf", "application/pdf", Enclosure.document("Contract"))
                .enclosing("virus.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1});

        mailbox.delivered(mail);

        Response seen = MailboxRounds.only(client.address());
        String ticket = seen.path("ticketId");
        seen.then()
                .body("state", equalTo("TICKET_OPENED"))
                .body("allowedCommands", empty())
                .body("files.name", contains("Poză.jpg", "Contract.pdf"))
                .body("notKept.name", contains("virus.exe"))
                .body("notKept.reason", contains("unsupported-media-type"));
        get(Person.DANA, "/v1/tickets/" + ticket)
                .then()
                .body("channel", equalTo("EMAIL"))
                .body("customerId", equalTo(client.customer()))
                .body("contactId", equalTo(client.contact()))
                .body("locationId", equalTo(client.site()))
                .body("summary", equalTo("Chillerul pierde apă"))
                .body("instructions", equalTo("Vă rog să veniți azi.\nMaria"))
                .body("attachmentCount", equalTo(2));
        assertThat(Events.awaitOne(Topics.TICKET_CREATED, UUID.fromString(ticket))
                        .at("/channel")
                        .asText())
                .isEqualTo("EMAIL");
        JsonNode told = Events.awaitOne(Topics.TICKET_CHANGED, UUID.fromString(ticket));
        assertThat(told.at("/attachments").findValuesAsText("name")).containsExactly("Poză.jpg", "Contract.pdf");
        get(Person.DANA, "/v1/tickets/" + ticket + "/attachments")
                .then()
                .body("items[0].sentSha256", equalTo(Enclosure.sha256(picture)))
                .body("items[0].width", equalTo(64));
        assertThat(MailboxRounds.messagesOf(ticket)).hasSize(1);
        assertThat(mailbox.letterbox().count("INBOX")).isZero();
        assertThat(mailbox.letterbox().count("Handled")).isEqualTo(1);
        Letterbox sender = new Letterbox(client.address());
        await().until(() -> !sender.mails().isEmpty());
        String number = get(Person.DANA, "/v1/tickets/" + ticket).path("number");
        assertThat(sender.mails()).hasSize(1).first().satisfies(answer -> {
            assertThat(answer.subject()).contains(number);
            assertThat(answer.text()).contains("Chillerul pierde apă").contains("Maria Ionescu");
            assertThat(answer.automatic()).isEqualTo("auto-generated");
        });
    }

    @Test
    void theSameMailDeliveredTwiceIsOneTicket() {
        EMail mail = client.writes("Ușa nu închide", "La congelator");

        mailbox.delivered(mail, mail);
        new MailboxRounds(reader, Letterbox.fresh()).delivered(mail);

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(1);
        assertThat(MailboxRounds.of(client.address()))
                .extracting(seen -> seen.get("state") + " " + seen.get("reason"))
                .containsExactly("TICKET_OPENED null", "IGNORED duplicate", "IGNORED duplicate");
    }

    @Test
    void aReplyIsAMessageOfItsTicketWhoeverSendsIt() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));
        Response first = MailboxRounds.only(client.address());
        String ticket = first.path("ticketId");
        String acknowledgement = "<%s@ticket-service.fieldservice>".formatted(first.<String>path("id"));

        mailbox.delivered(EMail.from("coleg@alta.example", "Re: primit", "Codul porții este 7")
                .with("References", "<x@y.example> " + acknowledgement)
                .enclosing("Plan.pdf", "application/pdf", Enclosure.document("Plan")));

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(1);
        assertThat(MailboxRounds.messagesOf(ticket))
                .extracting(message -> message.get("text"))
                .containsExactly("Pierde apă", "Codul porții este 7");
        get(Person.DANA, "/v1/tickets/" + ticket).then().body("attachmentCount", equalTo(1));
        get(Person.DANA, "/v1/history?correlationId=" + ticket).then().body("items.action", hasItem("CUSTOMER_WROTE"));
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
    void whereSeveralSitesArePossibleTheOneThatIsNamedCountsOrNobodyGuesses() {
        String south = Clientele.site(client.customer(), "Depozit Sud");
        String machine = client.machine(south, "SN-" + client.firm());

        mailbox.delivered(
                client.writes("Avarie", "Undeva"),
                client.writes("Avarie 2", "La DEPOZIT sud, vă rog"),
                client.writes("Avarie 3", "Mașina sn " + client.firm()));

        assertThat(MailboxRounds.of(client.address()))
                .extracting(mail -> mail.get("state") + " " + mail.get("reason"))
                .containsExactly("WAITING site-unknown", "TICKET_OPENED null", "TICKET_OPENED null");
        get(Person.DANA, "/v1/tickets?locationId=" + south).then().body("items.size()", equalTo(2));
        get(Person.DANA, "/v1/tickets?assetId=" + machine).then().body("items.summary", contains("Avarie 3"));
    }

    @Test
    void whatNobodyHasWrittenMakesNoTicketAndIsAnsweredByNothing() {
        mailbox.delivered(
                client.writes("Răspuns automat: concediu", "Revin luni").with("Auto-Submitted", "auto-replied"),
                client.writes("Oferte", "Ieftin").with("List-Id", "<oferte.example>"),
                client.writes("Alarmă", "8 °C").with("Auto-Submitted", "auto-generated"));

        assertThat(MailboxRounds.of(client.address()))
                .extracting(mail -> mail.get("state") + " " + mail.get("reason"))
                .containsExactly("IGNORED automatic-reply", "IGNORED list", "WAITING not-written-by-a-person");
        assertThat(MailboxRounds.ticketsOf(client.customer())).isEmpty();
        assertThat(mailbox.letterbox().count("INBOX")).isZero();
        assertThat(new Letterbox(client.address()).mails()).isEmpty();
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
    void whoWritesWithoutEndOpensTicketsForAWhileAndThenWaits() {
        for (int i = 0; i < 22; i++) {
            mailbox.letterbox().deliver(client.writes("Alarma " + i, "text").bytes());
        }

        mailbox.read();

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(20);
        MailboxRounds.last(client.address()).then().body("reason", equalTo("too-many"));
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
