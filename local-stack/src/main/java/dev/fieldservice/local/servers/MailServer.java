package dev.fieldservice.local.servers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * Takes every mail and lets everybody read every mailbox. The address is the login, any password is right. Mails are
 * kept in memory only.
 */
public final class MailServer implements AutoCloseable {

    private static final long STARTUP_MILLIS = 20_000;

    private final GreenMail mail;

    private MailServer(GreenMail mail) {
        this.mail = mail;
    }

    /** 0 stands for any free port. */
    public static MailServer start(int smtpPort, int imapPort) {
        QuietLogs.apply();
        var mail = new GreenMail(new ServerSetup[] {
            listener(smtpPort, ServerSetup.PROTOCOL_SMTP), listener(imapPort, ServerSetup.PROTOCOL_IMAP)
        });
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return new MailServer(mail);
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
        return mail.getSmtp().getPort();
    }

    public int imapPort() {
        return mail.getImap().getPort();
    }

    @Override
    public void close() {
        mail.stop();
    }
}
