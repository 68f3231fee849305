package dev.fieldservice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailServerTest {

    @Test
    void aMailToAnyAddressIsReadByThatAddress() throws Exception {
        try (var mail = MailServer.start(0, 0)) {
            send(mail, "ioana@frigo.example", "The technician is late by 20 minutes");

            try (var store = session(mail).getStore("imap")) {
                store.connect(mail.host(), mail.imapPort(), "ioana@frigo.example", "anything");
                var inbox = store.getFolder("INBOX");
                inbox.open(Folder.READ_ONLY);
                assertThat(inbox.getMessage(1).getSubject()).isEqualTo("The technician is late by 20 minutes");
            }
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
        return Session.getInstance(properties);
    }
}
