package dev.fieldservice.workorder.visits;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What was found and done on the visits of a job, in the order in which it was first said. */
public record Accounts(List<Account> items) {

    public static final Accounts NONE = new Accounts(List.of());

    /** One that says nothing, where nobody has said anything. */
    public Account of(UUID visit) {
        return items.stream()
                .filter(account -> account.visitId().equals(visit))
                .findFirst()
                .orElseGet(() -> new Account(visit, null, null));
    }

    /** In the place of what was said before of the same visit. */
    public Accounts with(Account said) {
        boolean isNew = items.stream().noneMatch(account -> account.visitId().equals(said.visitId()));
        return new Accounts(Stream.concat(
                        items.stream().map(account -> account.visitId().equals(said.visitId()) ? said : account),
                        isNew ? Stream.of(said) : Stream.empty())
                .filter(account -> !account.isEmpty())
                .toList());
    }

    /** Says whether this was done on one of them. */
    public boolean tell(String done) {
        return items.stream().anyMatch(account -> Objects.equals(account.done(), done));
    }
}
