package dev.fieldservice.ticket;

import dev.fieldservice.ticket.mailbox.MailAccount;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An account on a server that answers, but does not give the first mail it is asked for, and moves neither that nor the second.
 *
 * @param stuck the UIDs of those two, as soon as they are known
 */
record StubbornAccount(MailAccount account, Set<Long> stuck) implements MailAccount {

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public List<Arrival> arrivals(Duration patience) throws MessagingException {
        List<Arrival> found = account.arrivals(patience);
        if (stuck.isEmpty()) {
            found.stream().limit(2).map(Arrival::uid).forEach(stuck::add);
        }
        return found;
    }

    @Override
    public boolean tellsOfNews() throws MessagingException {
        return account.tellsOfNews();
    }

    @Override
    public void copy(long uid, long most, OutputStream to) throws MessagingException, IOException {
        if (uid == stuck.stream().mapToLong(Long::longValue).min().orElseThrow()) {
            throw new MessagingException("NO [SERVERBUG] cannot fetch");
        }
        account.copy(uid, most, to);
    }

    @Override
    public Instant receivedAt(long uid) throws MessagingException {
        return account.receivedAt(uid);
    }

    @Override
    public boolean isThere() {
        return account.isThere();
    }

    @Override
    public void putAway(long uid) throws MessagingException {
        if (stuck.contains(uid)) {
            throw new MessagingException("NO [OVERQUOTA]");
        }
        account.putAway(uid);
    }

    @Override
    public void wake() {
        account.wake();
    }

    @Override
    public void close() throws MessagingException {
        account.close();
    }
}
