package dev.fieldservice.billing;

import dev.fieldservice.platform.aggregates.Ids;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The mailbox of a customer whom only one test knows, on a real mail server. */
record Mailbox(String address) {

    /** Without files. */
    record Mail(String subject, String text) {}

    static Mailbox of(String name) {
        return new Mailbox(name + "." + Ids.next() + "@cotroceni.example");
    }

    List<Mail> mails() {
        int port = ConfigProvider.getConfig().getValue("test.imap.port", Integer.class);
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(new Mail(message.getSubject(), message.getContent().toString()));
            }
            return mails;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
