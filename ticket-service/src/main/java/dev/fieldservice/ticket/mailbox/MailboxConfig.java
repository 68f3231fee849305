package dev.fieldservice.ticket.mailbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mailbox to which customers write. It is not read where no host is set. */
@ConfigMapping(prefix = "fieldservice.mailbox")
public interface MailboxConfig {

    /** The IMAP server. */
    Optional<String> host();

    @WithDefault("143")
    int port();

    /** Also the mailbox's own address, unless {@link #address} says another. */
    @WithDefault("service@fieldservice.example")
    String username();

    @WithDefault("")
    Optional<String> password();

    /** What customers write to: mail from there is our own and makes no ticket. */
    Optional<String> address();

    /** TLS from the first byte on, mostly on port 993. */
    @WithDefault("false")
    boolean ssl();

    /** Whether an open connection has to be turned into one with TLS. */
    @WithDefault("false")
    boolean startTls();

    /** Where new mail arrives. */
    @WithDefault("INBOX")
    String folder();

    /** Where mail is moved to once it was dealt with; made if it is not there. */
    @WithDefault("Handled")
    String handled();

    /** How long a round waits for news, at most 20 s, where the server can tell them (IDLE), and how often it is asked where it cannot. */
    @WithDefault("PT20S")
    Duration patience();

    /** Larger mails are set aside. 30 MB of files take 41 MB on their way. */
    @WithDefault("45M")
    MemorySize mostBytes();

    /** What came before makes no ticket by itself: a mailbox that was in use before is not worked off from its beginning. */
    @WithDefault("P7D")
    Duration oldest();

    /** So many tickets are opened an hour for mails of one sender; what comes beyond waits for a dispatcher. */
    @WithDefault("20")
    int ticketsPerHour();

    default String ownAddress() {
        return address().orElse(username());
    }
}
