package dev.fieldservice.faults;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** A customer's mailbox as a broken service would leave it; undone afterwards. */
record MailboxDamage(int imapPort, String address) {

    private static final String OURS = "@dispatch-service.fieldservice>";
    private static final String ANOTHER = "<another" + OURS;

    /** Does the work while the notice lies there once more, under another {@code Message-ID}. */
    void duringSecondMail(Runnable work) throws MessagingException {
        try (Store store = store();
                Folder inbox = open(store)) {
            MimeMessage again = new MimeMessage((MimeMessage) mail(inbox, OURS));
            again.setHeader("Message-ID", ANOTHER);
            inbox.appendMessages(new Message[] {again});
        }
        try {
            work.run();
        } finally {
            delete(ANOTHER);
        }
    }

    /** Does the work while the only notice is not there. */
    void duringLoss(Runnable work) throws MessagingException {
        MimeMessage lost;
        try (Store store = store();
                Folder inbox = open(store)) {
            lost = new MimeMessage((MimeMessage) mail(inbox, OURS));
        }
        delete(OURS);
        try {
            work.run();
        } finally {
            try (Store store = store();
                    Folder inbox = open(store)) {
                inbox.appendMessages(new Message[] {lost});
            }
        }
    }

    private void delete(String id) throws MessagingException {
        try (Store store = store();
                Folder inbox = open(store)) {
            mail(inbox, id).setFlag(Flags.Flag.DELETED, true);
            var _ = inbox.expunge();
        }
    }

    /** The first; beside it lie reports and invoices. @param id the end of its {@code Message-ID} */
    private static Message mail(Folder inbox, String id) throws MessagingException {
        for (Message message : inbox.getMessages()) {
            if (message.getHeader("Message-ID")[0].endsWith(id)) {
                return message;
            }
        }
        throw new IllegalStateException("no mail " + id);
    }

    private Store store() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", imapPort, address, "any");
        return store;
    }

    private static Folder open(Store store) throws MessagingException {
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
        return inbox;
    }
}
