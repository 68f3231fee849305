package dev.fieldservice.platform.mail;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what the company says in words of its own. */
final class MailTexts {

    private static final String BEGIN = """
            insert into mail_text (id, version, purpose, language) values (?1, 0, ?2, ?3)
            on conflict (purpose, language) do nothing""";

    private static final String ONE = "from MailText where purpose = :purpose and language = :language";

    private MailTexts() {}

    /** By language. */
    static Uni<Map<String, Wording>> own(Tx tx, String purpose) {
        return tx.session()
                .createSelectionQuery("from MailText where purpose = :purpose and subject is not null", MailText.class)
                .setParameter("purpose", purpose)
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                text -> text.language, text -> text.own().orElseThrow())));
    }

    static Uni<List<MailText>> all(Mutiny.Session session) {
        return session.createSelectionQuery("from MailText", MailText.class).getResultList();
    }

    /** Empty until the company has said something here for the first time. */
    static Uni<Optional<MailText>> find(Mutiny.Session session, String purpose, String language) {
        return session.createSelectionQuery(ONE, MailText.class)
                .setParameter("purpose", purpose)
                .setParameter("language", language)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Locked, for a command; begun where nothing was ever said. */
    static Uni<MailText> load(Tx tx, String purpose, String language) {
        return tx.session()
                .createNativeQuery(BEGIN)
                .setParameter(1, Ids.next())
                .setParameter(2, purpose)
                .setParameter(3, language)
                .executeUpdate()
                .chain(() -> tx.session()
                        .createSelectionQuery(ONE, MailText.class)
                        .setParameter("purpose", purpose)
                        .setParameter("language", language)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResult())
                .invoke(tx::watch);
    }
}
