package dev.fieldservice.platform.testing;

import dev.fieldservice.platform.aggregates.Ids;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** The mailbox of somebody whom only one test knows, on a real mail server. */
public record Mailbox(String address) {

    /** @param files by their names, in the order in which they are attached */
    public record Mail(String id, String subject, String text, Map<String, byte[]> files) {}

    public static Mailbox of(String name) {
        return new Mailbox(name + "." + Ids.next() + "@cotroceni.example");
    }

    public List<Mail> mails() {
        int port = ConfigProvider.getConfig().getValue("test.imap.port", Integer.class);
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Mail> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(read(message));
            }
            return mails;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mail read(Message message) throws MessagingException, IOException {
        String id = message.getHeader("Message-ID")[0];
        if (!(message.getContent() instanceof MimeMultipart parts)) {
            return new Mail(id, message.getSubject(), message.getContent().toString(), Map.of());
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 1; i < parts.getCount(); i++) {
            files.put(
                    parts.getBodyPart(i).getFileName(),
                    parts.getBodyPart(i).getInputStream().readAllBytes());
        }
        return new Mail(
                id, message.getSubject(), parts.getBodyPart(0).getContent().toString(), files);
    }
}
