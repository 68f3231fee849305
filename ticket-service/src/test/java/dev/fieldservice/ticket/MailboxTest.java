package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
            assertThat(answer.references()).isEqualTo("<" + ticket + "@conversation.fieldservice>");
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
        MailboxRounds.last(client.address()).then().body("allowedCommands", empty());
        MailboxRounds.command(MailboxRounds.last(client.address()), "dismiss", Map.of("reason", "De două ori"))
                .then()
                .statusCode(409)
                .body("code", equalTo("mail-was-taken"));
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
    void aReplyToWhateverWasWrittenAboutATicketIsAMessageOfIt() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));
        String ticket = MailboxRounds.only(client.address()).path("ticketId");
        String report = "<%s@workorder-service.fieldservice>".formatted(UUID.randomUUID());

        mailbox.delivered(
                client.writes("Re: raportul", "Mulțumesc")
                        .with("In-Reply-To", report)
                        .with("References", "<" + ticket + "@conversation.fieldservice> " + report),
                client.writes("Re: somație", "Am plătit")
                        .with("In-Reply-To", "<%s@billing-service.fieldservice>".formatted(UUID.randomUUID())));

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(1);
        assertThat(MailboxRounds.messagesOf(ticket))
                .extracting(message -> message.get("text"))
                .containsExactly("Pierde apă", "Mulțumesc");
        MailboxRounds.last(client.address()).then().body("reason", equalTo("answers-our-mail"));
    }

    @Test
    void whatTheCustomerAnswersIsUnreadAndTheTicketThatWaitedForThemGoesOn() {
        mailbox.delivered(client.writes("Chiller", "Pierde apă"));
        String ticket = MailboxRounds.only(client.address()).path("ticketId");
        String address = "/v1/tickets/" + ticket;
        get(Person.DANA, address).then().body("unreadSince", nullValue());
        post(Person.DANA, address + "/wait-for-customer", Map.of("reason", "Codul porții"))
                .then()
                .statusCode(200);

        mailbox.delivered(client.writes("Re: poarta", "Codul este 7")
                .with("References", "<" + ticket + "@conversation.fieldservice>"));

        String unread = "/v1/tickets?unread=true&customerId=" + client.customer();
        get(Person.DANA, address).then().body("state", equalTo("NEW"), "unreadSince", notNullValue());
        get(Person.SORIN, unread).then().body("items.id", contains(ticket));
        post(Person.DANA, address + "/mark-read").then().statusCode(200).body("unreadSince", nullValue());
        post(Person.DANA, address + "/mark-read").then().statusCode(200);
        get(Person.DANA, unread).then().body("items", empty());
    }

    @Test
    void inAThreadThatGoesOnAboutAnotherTicketTheMailThatIsAnsweredCounts() {
        EMail first = client.writes("Chiller", "Pierde apă");
        EMail second = client.writes("Ușa", "Nu închide");
        mailbox.delivered(first, second);
        String answered = (String) MailboxRounds.of(client.address()).get(1).get("ticketId");

        mailbox.delivered(client.writes("Re: Ușa", "E urgent")
                .with("In-Reply-To", second.id())
                .with("References", first.id() + " " + second.id()));

        assertThat(MailboxRounds.messagesOf(answered))
                .extracting(message -> message.get("text"))
                .containsExactly("Nu închide", "E urgent");
    }

    @Test
    void whatWasAskedForWhileNobodyReadIsDueSinceThenAndWhatIsOldWaits() {
        Instant yesterday = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);
        EMail late = client.writes("Chiller", "Pierde apă");
        mailbox.letterbox().deliver(late.bytes(), yesterday);
        mailbox.letterbox().deliver(client.writes("Ușa", "Nu închide").bytes(), yesterday.minus(Duration.ofDays(8)));

        mailbox.read();

        Response taken = seen(0);
        taken.then().body("state", equalTo("TICKET_OPENED")).body("arrivedAt", equalTo(yesterday.toString()));
        Response ticket = get(Person.DANA, "/v1/tickets/" + taken.path("ticketId"));
        Response now = post(
                Person.DANA,
                "/v1/tickets",
                Map.of(
                        "channel",
                        "PHONE",
                        "customerId",
                        client.customer(),
                        "contactId",
                        client.contact(),
                        "locationId",
                        client.site(),
                        "serviceType",
                        "REPAIR",
                        "priority",
                        "NORMAL",
                        "summary",
                        "Acum",
                        "requiredSkills",
                        List.of()));
        assertThat(Instant.parse(ticket.path("respondBy"))).isBefore(Instant.parse(now.path("respondBy")));
        seen(1).then().body("state", equalTo("WAITING")).body("reason", equalTo("came-long-ago"));
    }

    private Response seen(int number) {
        return get(
                Person.DANA,
                "/v1/incoming-mails/"
                        + MailboxRounds.of(client.address()).get(number).get("id"));
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
    void whoWritesWithoutEndOpensTicketsForAWhileAndThenWaits() {
        for (int i = 0; i < 22; i++) {
            mailbox.letterbox().deliver(client.writes("Alarma " + i, "text").bytes());
        }

        mailbox.read();

        assertThat(MailboxRounds.ticketsOf(client.customer())).hasSize(20);
        MailboxRounds.last(client.address()).then().body("reason", equalTo("too-many"));
    }
}
