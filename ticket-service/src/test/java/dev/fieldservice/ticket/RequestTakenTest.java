package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import dev.fieldservice.ticket.Letterbox.Arrived;
import dev.fieldservice.ticket.incoming.MailboxReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks for something by telephone has it in writing: once, in their language, and only if they want it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RequestTakenTest {

    private static final String GERMAN = "/v1/operations/ticket-service/mail-texts/received/de";

    @Inject
    MailboxReader reader;

    private Clientele client;

    @BeforeEach
    void aCustomerCalls() {
        client = Clientele.register();
    }

    @Test
    void whoCallsIsToldTheNumberOnceAndInTheirLanguage() {
        mariaIs(Map.of("language", "de-AT"));
        String key = UUID.randomUUID().toString();

        String ticket = post(Person.DANA, key, "/v1/tickets", call()).path("id");
        post(Person.DANA, key, "/v1/tickets", call()).then().statusCode(201).body("id", equalTo(ticket));

        eventually(() -> assertThat(history(ticket)).containsExactly("CREATE", "MAIL_QUEUED", "MAIL_SENT"));
        String number = get(Person.DANA, "/v1/tickets/" + ticket).path("number");
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo("<%s@ticket-service.fieldservice>".formatted(ticket));
            assertThat(mail.subject()).isEqualTo(number + ": Ihre Anfrage ist eingegangen");
            assertThat(mail.text()).contains("Guten Tag Maria Ionescu,").contains("„Chillerul pierde apă“");
            assertThat(mail.automatic()).isEqualTo("auto-generated");
        });
    }

    @Test
    void ofWhomNoLanguageIsKnownTheCompanysAreWritten() {
        String ticket = taken(call());

        eventually(() -> assertThat(history(ticket)).contains("MAIL_SENT"));
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("am primit solicitarea")
                        .contains("we have received your request"));
    }

    @Test
    void aCallThatIsRecordedAsAWholeIsAnsweredToo() {
        Map<String, Object> whole = call();
        whole.remove("contactId");
        whole.put("contact", Map.of("name", "Ilie Moga", "email", "ilie@" + client.firm() + ".example"));

        String ticket = post(Person.DANA, "/v1/calls", whole)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        eventually(() -> assertThat(history(ticket)).contains("MAIL_SENT"));
        assertThat(new Letterbox("ilie@" + client.firm() + ".example").mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Ilie Moga"));
    }

    /** What is not asked for, and whom it is not for, is written down with the ticket already: nothing has to be waited for. */
    @ParameterizedTest
    @CsvSource({
        "PHONE, , true",
        "PORTAL, , true",
        "EMAIL, , true",
        "API, , false",
        "API, true, true",
        "PHONE, false, false"
    })
    void systemsAreAnsweredOnlyIfTheyAskAndPeopleUnlessTheyDoNot(String channel, Boolean asked, boolean answered) {
        Map<String, Object> call = call();
        call.put("channel", channel);
        call.put("acknowledge", asked);

        assertThat(history(taken(call)).contains("MAIL_QUEUED")).isEqualTo(answered);
    }

    @Test
    void nobodyIsWrittenToWhoWantsNoMailOrHasNoAddress() {
        mariaIs(Map.of("visitMail", false));
        assertThat(history(taken(call()))).containsExactly("CREATE");

        mariaIs(Map.of("visitMail", true, "preferredChannel", "PHONE"));
        assertThat(history(taken(call()))).containsExactly("CREATE");
        mariaIs(Map.of("preferredChannel", "EMAIL"));
        assertThat(history(taken(call()))).contains("MAIL_QUEUED");

        Map<String, Object> nameless = new HashMap<>(Map.of("customerId", client.customer(), "name", "Ilie Moga"));
        String ilie = post(Person.DANA, "/v1/contacts", nameless).path("id");
        Map<String, Object> call = call();
        call.put("contactId", ilie);
        assertThat(history(taken(call))).containsExactly("CREATE");
    }

    @Test
    void whatIsOpenedAnewIsTheSameRequestAndNotAnsweredAgain() {
        String ticket = taken(call());
        post(Person.DANA, "/v1/tickets/" + ticket + "/cancel", Map.of("reason", "Din greșeală"))
                .then()
                .statusCode(200);

        String anew = post(Person.DANA, "/v1/tickets/" + ticket + "/follow-up", Map.of("reason", "Totuși"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(history(anew)).doesNotContain("MAIL_QUEUED");
    }

    @Test
    void aReplyToItIsAMessageOfTheTicketIfItIsOfSomebodyOfTheCustomers() {
        String ticket = taken(call());
        String ours = "<%s@ticket-service.fieldservice>".formatted(ticket);
        MailboxRounds mailbox = new MailboxRounds(reader, Letterbox.fresh());

        mailbox.delivered(
                client.writes("Mulțumesc", "Codul porții este 7").with("In-Reply-To", ours),
                EMail.from("altcineva@" + client.firm() + "-x.example", "Mulțumesc", "Și eu")
                        .with("In-Reply-To", ours));

        assertThat(MailboxRounds.messagesOf(ticket))
                .extracting(message -> message.get("text"))
                .containsExactly("Codul porții este 7");
        MailboxRounds.only("altcineva@" + client.firm() + "-x.example")
                .then()
                .body("state", equalTo("WAITING"))
                .body("reason", equalTo("sender-unknown"));
    }

    @Test
    void theCompanySaysItInWordsOfItsOwn() {
        mariaIs(Map.of("language", "de"));
        Map<String, Object> words = Map.of("subject", "Notiert: {number}", "text", "Liebe Kundin {name}, danke!");
        put(Person.ADMIN, GERMAN, get(Person.ADMIN, GERMAN).header("ETag"), words)
                .then()
                .statusCode(200);
        try {
            String ticket = taken(call());
            eventually(() -> assertThat(history(ticket)).contains("MAIL_SENT"));
            String number = get(Person.DANA, "/v1/tickets/" + ticket).path("number");
            assertThat(mails()).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Notiert: " + number);
                assertThat(mail.text().strip()).isEqualTo("Liebe Kundin Maria Ionescu, danke!");
            });
        } finally {
            post(Person.ADMIN, GERMAN + "/withdraw").then().statusCode(200);
        }
    }

    private void mariaIs(Map<String, Object> how) {
        String contact = "/v1/contacts/" + client.contact();
        Response read = get(Person.DANA, contact);
        Map<String, Object> changed = new HashMap<>(
                Map.of("customerId", client.customer(), "name", "Maria Ionescu", "email", client.address()));
        changed.putAll(how);
        put(Person.DANA, contact, read.header("ETag"), changed).then().statusCode(200);
    }

    private Map<String, Object> call() {
        return new HashMap<>(Map.of(
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
                "Chillerul pierde apă"));
    }

    private static String taken(Map<String, Object> call) {
        return post(Person.DANA, "/v1/tickets", call)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<Arrived> mails() {
        return new Letterbox(client.address()).mails();
    }

    private static List<String> history(String ticket) {
        return get(Person.DANA, "/v1/history?limit=200&correlationId=" + ticket).path("items.action");
    }
}
