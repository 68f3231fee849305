package dev.fieldservice.billing.documents;

import dev.fieldservice.contracts.Role;
import dev.fieldservice.platform.watches.Watch;
import dev.fieldservice.platform.watches.Watches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What was issued and not sent. */
@ApplicationScoped
class DocumentWatches implements Watches {

    @Override
    public List<Watch> watches() {
        return List.of(new Watch(
                "DOCUMENTS_NOT_SENT",
                Set.of(Role.ACCOUNTANT, Role.ADMIN),
                "/v1/unsent-documents",
                "issued_document d",
                "d.delivery <> 'SENT'",
                "d.issued_at"));
    }
}
