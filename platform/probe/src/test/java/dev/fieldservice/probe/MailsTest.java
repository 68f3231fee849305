package dev.fieldservice.probe;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Person;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the platform promises for every mail, through a real mail server. */
@QuarkusTest
@WithTestResource(ProbeServers.class)
class MailsTest {

    private String maria;

    @BeforeEach
    void somebodyHasAMailbox() {
        maria = "maria." + Ids.next() + "@cotroceni.example";
    }

    @Test
    void aMailIsWrittenInTheCompanysLanguagesWithItsFileAndAnIdOfItsOwn() throws IOException, MessagingException {
        String title = "Frigider \"Arctic\" & vitrină <2> " + Ids.next();
        String note = mailed(title);

        eventually(() -> assertThat(history(note)).containsExactly("WRITE", "MAIL_QUEUED", "MAIL_SENT"));
        MimeMessage mail = only(arrived(maria));
        assertThat(mail.getSubject()).isEqualTo("Notă: " + title + " / Note: " + title);
        assertThat(mail.getHeader("Message-ID"))
                .singleElement()
                .asString()
                .matches("<[0-9a-f-]{36}@probe\\.fieldservice>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo("""
                        Nota se numește „%1$s".

                        --

                        The note is called "%1$s".
                        """.formatted(title).strip());
        assertThat(parts.getBodyPart(1).getFileName()).contains("titlu");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(title);
    }

    @Test
    void nothingThatATitleSaysBecomesAHeaderOrATemplate() throws IOException, MessagingException {
        String note = mailed("a\r\nBcc: everybody@else.example\r\n\r\n{title}{#if true}yes{/if} " + Ids.next());

        eventually(() -> assertThat(history(note)).contains("MAIL_SENT"));
        MimeMessage mail = only(arrived(maria));
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Notă: a Bcc: everybody@else.example {title}{#if true}yes{/if}");
        assertThat(arrived("everybody@else.example")).isEmpty();
    }

    private String mailed(String title) {
        String note = post(Person.DANA, "/v1/notes", Map.of("title", title)).path("id");
        post(Person.DANA, "/v1/notes/" + note + "/mails", Map.of("recipient", maria))
                .then()
                .statusCode(200);
        return note;
    }

    private static List<String> history(String note) {
        return get(Person.DANA, "/v1/notes/" + note + "/history").path("items.action");
    }

    private static MimeMessage only(List<MimeMessage> mails) {
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static List<MimeMessage> arrived(String address) throws MessagingException, IOException {
        int port = ConfigProvider.getConfig().getValue("test.imap.port", Integer.class);
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<MimeMessage> mails = new ArrayList<>();
            for (var message : inbox.getMessages()) {
                mails.add(new MimeMessage((MimeMessage) message));
            }
            return mails;
        }
    }
}
