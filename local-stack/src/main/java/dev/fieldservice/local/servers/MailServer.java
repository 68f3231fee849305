package dev.fieldservice.local.servers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server for tests and demos: takes every mail and lets everybody read every mailbox. The address is the login, any
 * password is right. Mails are kept in memory only.
 */
public final class MailServer implements AutoCloseable {

    private static final long STARTUP_MILLIS = 20_000;

    private final GreenMail mail;
    private final MailDoor door;

    private MailServer(GreenMail mail, MailDoor door) {
        this.mail = mail;
        this.door = door;
    }

    /** 0 stands for any free port. */
    public static MailServer start(int smtpPort, int imapPort) {
        QuietLogs.apply();
        var mail = new GreenMail(
                new ServerSetup[] {listener(0, ServerSetup.PROTOCOL_SMTP), listener(imapPort, ServerSetup.PROTOCOL_IMAP)
                });
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return new MailServer(mail, new MailDoor(smtpPort, mail.getSmtp().getPort()));
    }

    private static ServerSetup listener(int port, String protocol) {
        var setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return door.port();
    }

    /** By which mails come in. */
    public MailDoor door() {
        return door;
    }

    public int imapPort() {
        return mail.getImap().getPort();
    }

    @Override
    public void close() {
        door.close();
        mail.stop();
    }
}
