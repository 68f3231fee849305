package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Mailbox;
import dev.fieldservice.platform.testing.Mailbox.Mail;
import dev.fieldservice.platform.testing.Person;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company writes the mails of a service in words of its own, and no mail is lost by it. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class MailTextsTest {

    private static final String TEXTS = "/v1/operations/probe/mail-texts";
    private static final String ROMANIAN = TEXTS + "/note/ro";

    private Mailbox maria;

    @BeforeEach
    void somebodyHasAMailbox() {
        maria = Mailbox.of("maria");
    }

    /** Other tests read what the service brings along. */
    @AfterEach
    void theUsualWordsHoldAgain() {
        if (get(Person.ADMIN, ROMANIAN).path("own")) {
            post(Person.ADMIN, ROMANIAN + "/withdraw").then().statusCode(200);
        }
    }

    @Test
    void theUsualWordsAreShownWithTheNamesThatTheyMayUse() {
        get(Person.ADMIN, TEXTS)
                .then()
                .statusCode(200)
                .body("items.purpose", everyItem(equalTo("note")))
                .body("items.language", contains("ro", "en", "de"))
                .body("items.own", everyItem(equalTo(false)));
        get(Person.ADMIN, TEXTS + "/note/en")
                .then()
                .statusCode(200)
                .body("subject", equalTo("Note: {title}"))
                .body("text", equalTo("The note is called \"{title}\".\n"))
                .body("defaultSubject", equalTo("Note: {title}"))
                .body("names", contains("at", "at.zone", "title", "words", "words.word"))
                .body("changedBy", nullValue());
    }

    @Test
    void mailsAreWrittenInTheCompanysOwnWordsUntilItWithdrawsThem() {
        said("Despre {title}", "Dragă cititorule,\n{#for word in words}\n- {word.word}\n{/for}\n{at.zone}")
                .then()
                .statusCode(200)
                .body("own", equalTo(true))
                .body("changedBy", notNullValue())
                .body("changedAt", notNullValue())
                .body("defaultSubject", equalTo("Notă: {title}"));

        String title = "Filtru-" + Ids.next();
        Mail own = mailed(title + " nou");
        assertThat(own.subject()).isEqualTo("Despre %1$s nou / Note: %1$s nou".formatted(title));
        assertThat(own.text().replace("\r", ""))
                .startsWith("Dragă cititorule,\n- %s\n- nou\nZ\n\n--\n\nThe note is called".formatted(title));

        post(Person.ADMIN, ROMANIAN + "/withdraw").then().statusCode(200).body("own", equalTo(false));
        assertThat(mailed("Alt " + title).subject()).isEqualTo("Notă: Alt %1$s / Note: Alt %1$s".formatted(title));
        post(Person.ADMIN, ROMANIAN + "/withdraw").then().statusCode(409).body("code", equalTo("no-own-text"));
    }

    @Test
    void whoeverIsLateDoesNotOverwriteWhatAnotherHasWritten() {
        String read = get(Person.ADMIN, ROMANIAN).header("ETag");
        said("Întâi", "Întâi").then().statusCode(200);

        put(Person.ADMIN, ROMANIAN, read, words("Al doilea", "Al doilea"))
                .then()
                .statusCode(412)
                .body("code", equalTo("version-mismatch"));
        get(Person.ADMIN, ROMANIAN).then().body("subject", equalTo("Întâi"));
    }

    @Test
    void whatIsReadCanBeChangedAndSentBack() {
        Response read = get(Person.ADMIN, ROMANIAN);
        Map<String, Object> all = read.jsonPath().getMap("$");
        all.put("subject", "Altă notă: {title}");

        put(Person.ADMIN, ROMANIAN, read.header("ETag"), all)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Altă notă: {title}"))
                .body("own", equalTo(true));
    }

    @Test
    void allThatIsWrongIsSaidWithItsLineAndNothingIsKept() {
        said("{titel}", "Bună,\n{#if title}{words.size}{/if}\n{inject:mails}")
                .then()
                .statusCode(422)
                .body("code", equalTo("unusable-mail-text"))
                .body("type", equalTo("https://fieldservice.dev/problems/unusable-mail-text"))
                .body("errors.pointer", contains("/subject", "/text", "/text"))
                .body("errors.code", contains("unknown-name", "unknown-name", "not-allowed"))
                .body(
                        "errors.detail",
                        hasItems(
                                containsString("Line 1: There is no titel"),
                                containsString("Line 2: "),
                                containsString("Line 3: ")));
        get(Person.ADMIN, ROMANIAN).then().body("own", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{inject:mailTemplates}",
                "{config:property('quarkus.datasource.password')}",
                "{str:eval('{title}')}",
                "{title.getClass.forName('java.lang.Runtime')}",
                "{#include mail/note.ro /}",
                "{#include note}{/include}",
                "{#each 1000000000}x{/each}",
                "{#for a in words}{#for b in words}x{/for}{/for}",
                "{#if title}"
            })
    void whatCouldReachFurtherIsRefused(String template) {
        said("Notă", template).then().statusCode(422).body("code", equalTo("unusable-mail-text"));
        post(Person.ADMIN, ROMANIAN + "/preview", words("Notă", template))
                .then()
                .statusCode(422)
                .body("code", equalTo("unusable-mail-text"));
    }

    @Test
    void aPreviewIsWhatAMailWouldSayAndIsNotKept() {
        post(
                        Person.ADMIN,
                        TEXTS + "/note/de/preview",
                        words("Notiz {title}", "{time:format(at, 'd. MMMM yyyy', locale)} & <b>"))
                .then()
                .statusCode(200)
                .body("subject", equalTo("Notiz 2026"))
                .body("text", equalTo("2. März 2026 & <b>\n"));
        get(Person.ADMIN, TEXTS + "/note/de").then().body("own", equalTo(false));
    }

    /** The example's title is a number; this one is not, and cannot be compared with one. */
    @Test
    void aMailForWhichTheOwnWordsDoNotWorkIsSentInTheUsualOnes() {
        said("Notă", "{#if title > 3}mare{#else}mică{/if}").then().statusCode(200);

        String title = "Filtru " + Ids.next();
        assertThat(mailed(title).text()).startsWith("Nota se numește „%s\".".formatted(title));
    }

    /** The example has one word, this one thirty-one. */
    @Test
    void aMailThatTheOwnWordsMakeFarTooLongIsSentInTheUsualOnes() {
        said("Notă", "{#for word in words}" + "lung ".repeat(1_900) + "{/for}")
                .then()
                .statusCode(200);

        String title = "a ".repeat(30) + Ids.next();
        assertThat(mailed(title).text()).startsWith("Nota se numește „%s\".".formatted(title));
    }

    @Test
    void whatAValueSaysIsNoTemplateInTheCompanysWordsEither() {
        said("{title}", "{title}").then().statusCode(200);

        String title = "{inject:mails} {words.size} <b> " + Ids.next();
        assertThat(mailed(title).text()).startsWith(title);
    }

    @Test
    void onlyAnAdministratorDoesThisAndOnlyWhereThereAreSuchWords() {
        get(Person.DANA, TEXTS).then().statusCode(403);
        put(Person.DANA, ROMANIAN, "\"0\"", words("x", "x")).then().statusCode(403);
        post(Person.DANA, ROMANIAN + "/preview", words("x", "x")).then().statusCode(403);
        post(Person.DANA, ROMANIAN + "/withdraw").then().statusCode(403);
        for (String nowhere : List.of("/note/fr", "/notes/ro", "/note/ro-x")) {
            get(Person.ADMIN, TEXTS + nowhere).then().statusCode(404);
        }
        get(Person.ADMIN, "/v1/operations/other/mail-texts").then().statusCode(404);
    }

    private static Response said(String subject, String text) {
        String etag = get(Person.ADMIN, ROMANIAN).header("ETag");
        return put(Person.ADMIN, ROMANIAN, etag, words(subject, text));
    }

    private static Map<String, Object> words(String subject, String text) {
        return Map.of("subject", subject, "text", text);
    }

    private Mail mailed(String title) {
        int before = maria.mails().size();
        String note = post(Person.DANA, "/v1/notes", Map.of("title", title)).path("id");
        post(Person.DANA, "/v1/notes/" + note + "/mails", Map.of("recipient", maria.address()))
                .then()
                .statusCode(200);
        eventually(() -> assertThat(maria.mails()).hasSize(before + 1));
        return maria.mails().getLast();
    }
}
