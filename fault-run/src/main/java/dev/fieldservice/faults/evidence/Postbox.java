package dev.fieldservice.faults.evidence;

import dev.fieldservice.local.Service;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Together;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What has arrived for whom, and which of our mails that is. */
public final class Postbox {

    private static final int AT_ONCE = 24;

    private final Mailbox mailbox;

    public Postbox(StackAddress stack) {
        this.mailbox = new Mailbox(stack.imapPort());
    }

    /** The {@code Message-ID} of every mail that lies there, as often as it came. */
    public List<String> ids(String address) {
        return mailbox.ids(address);
    }

    /** The same of many mailboxes. Each costs some round trips, so some are read at the same time. */
    public Map<String, List<String>> ids(Collection<String> addresses) {
        return Together.map(List.copyOf(addresses), AT_ONCE, address -> Map.entry(address, ids(address))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether a mail is one of this service's. */
    public static boolean isOf(Service service, String messageId) {
        return messageId.endsWith("@" + service.module() + ".fieldservice>");
    }

    /** The {@code Message-ID} of the one mail about one thing. */
    public static String messageId(Service service, String mail) {
        return "<" + mail + "@" + service.module() + ".fieldservice>";
    }
}
