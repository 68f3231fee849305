package dev.fieldservice.ticket.customerimports;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.imports.ListColumns;
import dev.fieldservice.platform.imports.ListFile;
import dev.fieldservice.platform.imports.ListReader;
import dev.fieldservice.platform.imports.RowTable;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes lists of customers. */
@ApplicationScoped
public class CustomerImports {

    private static final ListColumns COLUMNS = new ListColumns(CustomerColumns.EXTERNAL_ID, CustomerColumns.NAMES);
    private static final RowTable ROWS =
            new RowTable("customer_import_row", "external_id", CustomerColumns.EXTERNAL_ID);

    /** A customer stands in one row of a list, and so does a site: of several the first counts. */
    private static final String REJECT_REPEATED = """
            update customer_import_row row set outcome = 'REJECTED', field = twice.field, code = 'external-id-twice',
                   detail = 'Row ' || twice.first || ' has it too.'
              from (select id, 'externalId' as field, first_value(line) over (partition by external_id order by line) as first, line
                      from customer_import_row where import_id = :import and outcome is null and external_id <> ''
                    union all
                    select id, 'siteExternalId', first_value(line) over (
                               partition by coalesce(nullif(fields -> 'values' ->> 'siteExternalId', ''), external_id) order by line), line
                      from customer_import_row
                     where import_id = :import and outcome is null and external_id <> ''
                       and exists (select 1 from jsonb_each_text(fields -> 'values') said
                                    where said.key like 'site%' and said.value <> '')) as twice
             where twice.id = row.id and twice.line > twice.first""";

    private final ObjectMapper json;
    private final ListReader reader;
    private final ImportCustomers work;

    public CustomerImports(ObjectMapper json, ListReader reader, ImportCustomers work) {
        this.json = json;
        this.reader = reader;
        this.work = work;
    }

    Uni<ListFile> read(byte[] file) {
        return reader.read(file, COLUMNS);
    }

    Uni<CustomerImport> begin(Tx tx, ListFile list, String system, boolean isDryRun) {
        CustomerImport running = CustomerImport.of(list, system, isDryRun, tx.by());
        return tx.add(running)
                .call(tx.session()::flush)
                .call(() -> ROWS.keep(tx, json, running, list))
                .call(() -> tx.session()
                        .createNativeQuery(REJECT_REPEATED)
                        .setParameter("import", running.id())
                        .executeUpdate()
                        .invoke(running::reject))
                .call(() -> work.later(tx, running));
    }

    /** Null if there is none. */
    static Uni<CustomerImport> find(Mutiny.Session session, UUID id) {
        return session.find(CustomerImport.class, id);
    }
}
