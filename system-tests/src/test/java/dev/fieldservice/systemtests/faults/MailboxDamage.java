package dev.fieldservice.systemtests.faults;

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

    /** Does the work while the first mail lies there once more, under another {@code Message-ID}. */
    void duringSecondMail(Runnable work) throws MessagingException {
        try (Store store = store();
                Folder inbox = open(store)) {
            MimeMessage again = new MimeMessage((MimeMessage) inbox.getMessage(1));
            again.setHeader("Message-ID", "<another@dispatch-service.fieldservice>");
            inbox.appendMessages(new Message[] {again});
        }
        try {
            work.run();
        } finally {
            deleteLast();
        }
    }

    /** Does the work while the only mail is not there. */
    void duringLoss(Runnable work) throws MessagingException {
        MimeMessage lost;
        try (Store store = store();
                Folder inbox = open(store)) {
            lost = new MimeMessage((MimeMessage) inbox.getMessage(1));
        }
        deleteLast();
        try {
            work.run();
        } finally {
            try (Store store = store();
                    Folder inbox = open(store)) {
                inbox.appendMessages(new Message[] {lost});
            }
        }
    }

    private void deleteLast() throws MessagingException {
        try (Store store = store();
                Folder inbox = open(store)) {
            inbox.getMessage(inbox.getMessageCount()).setFlag(Flags.Flag.DELETED, true);
            var _ = inbox.expunge();
        }
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
