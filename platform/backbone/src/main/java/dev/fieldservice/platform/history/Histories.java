package dev.fieldservice.platform.history;

import dev.fieldservice.platform.paging.Cursors;
import dev.fieldservice.platform.paging.Page;
import dev.fieldservice.platform.paging.PageRequest;
import dev.fieldservice.platform.transactions.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads histories. */
@ApplicationScoped
public class Histories {

    private final UnitOfWork unit;
    private final Cursors cursors;
    private final String service;

    public Histories(
            UnitOfWork unit, Cursors cursors, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.unit = unit;
        this.cursors = cursors;
        this.service = service;
    }

    /** All steps tied to one correlation id in this service, oldest first. */
    public Uni<Page<HistoryView>> correlated(UUID correlationId, PageRequest page) {
        return by("correlationId", correlationId, page);
    }

    /** All steps of one aggregate, oldest first. */
    public Uni<Page<HistoryView>> ofSubject(UUID subjectId, PageRequest page) {
        return by("subjectId", subjectId, page);
    }

    private Uni<Page<HistoryView>> by(String field, UUID value, PageRequest page) {
        UUID after = cursors.id(page).orElse(new UUID(0, 0));
        Uni<List<HistoryEntry>> rows = unit.read(session -> session.createSelectionQuery(
                        "from HistoryEntry where " + field + " = :value and id > :after order by id",
                        HistoryEntry.class)
                .setParameter("value", value)
                .setParameter("after", after)
                .setMaxResults(page.limit() + 1)
                .getResultList());
        return rows.map(
                entries -> cursors.page(entries, page, e -> e.id.toString()).map(e -> HistoryView.of(service, e)));
    }
}
