package dev.fieldservice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final String IOANA = "ioana@frigo.example";

    @Test
    void aMailToAnyAddressIsReadByThatAddress() throws Exception {
        try (var mail = MailServer.start(0, 0)) {
            send(mail, IOANA, "The technician is late by 20 minutes");

            assertThat(subjects(mail)).containsExactly("The technician is late by 20 minutes");
        }
    }

    @Test
    void aMailServerThatIsAwayRefusesConnectionsUntilItIsBack() throws Exception {
        try (var mail = MailServer.start(0, 0)) {
            mail.door().shut();
            assertThatThrownBy(() -> send(mail, IOANA, "Late")).isInstanceOf(MessagingException.class);

            mail.door().open();
            send(mail, IOANA, "Late");
            assertThat(subjects(mail)).containsExactly("Late");
        }
    }

    @Test
    void oneThatIsSilentTakesNoMailAndOneThatKeepsItsLastWordDoes() throws Exception {
        try (var mail = MailServer.start(0, 0)) {
            mail.door().fallSilent();
            assertThatThrownBy(() -> send(mail, IOANA, "Silent")).hasRootCauseInstanceOf(SocketTimeoutException.class);
            assertThat(subjects(mail)).isEmpty();

            mail.door().keepLastWord();
            assertThatThrownBy(() -> send(mail, IOANA, "Late")).hasRootCauseInstanceOf(SocketTimeoutException.class);
            assertThat(subjects(mail)).containsExactly("Late");

            mail.door().open();
            send(mail, IOANA, "Later");
            assertThat(subjects(mail)).containsExactly("Late", "Later");
        }
    }

    private static List<String> subjects(MailServer mail) throws MessagingException {
        try (var store = session(mail).getStore("imap")) {
            store.connect(mail.host(), mail.imapPort(), IOANA, "anything");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var subjects = new ArrayList<String>();
            for (var message : inbox.getMessages()) {
                subjects.add(message.getSubject());
            }
            return subjects;
        }
    }

    private static void send(MailServer mail, String recipient, String subject) throws Exception {
        var message = new MimeMessage(session(mail));
        message.setFrom("service@fieldservice.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject);
        message.setText("See you soon");
        Transport.send(message);
    }

    private static Session session(MailServer mail) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", Integer.toString(mail.smtpPort()));
        properties.setProperty("mail.smtp.timeout", "1000");
        return Session.getInstance(properties);
    }
}
