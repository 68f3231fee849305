package dev.fieldservice.inventory.partimports;

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

/** Takes lists of parts. */
@ApplicationScoped
public class PartImports {

    private static final ListColumns COLUMNS = new ListColumns(PartColumns.NUMBER, PartColumns.NAMES);
    private static final RowTable ROWS = new RowTable("part_import_row", "number", PartColumns.NUMBER);

    /** A part stands in one row of a list, and so does a barcode: of several the first counts. */
    private static final String REJECT_REPEATED = """
            update part_import_row row set outcome = 'REJECTED', field = twice.field, code = twice.code,
                   detail = 'Row ' || twice.first || ' has it too.'
              from (select id, 'number' as field, 'number-twice' as code,
                           first_value(line) over (partition by compared(number) order by line) as first, line
                      from part_import_row where import_id = :import and outcome is null and number <> ''
                    union all
                    select id, 'gtin', 'gtin-twice',
                           first_value(line) over (
                               partition by lpad(fields -> 'values' ->> 'gtin', 14, '0') order by line), line
                      from part_import_row
                     where import_id = :import and outcome is null and fields -> 'values' ->> 'gtin' <> '') as twice
             where twice.id = row.id and twice.line > twice.first""";

    private final ObjectMapper json;
    private final ListReader reader;
    private final ImportParts work;

    public PartImports(ObjectMapper json, ListReader reader, ImportParts work) {
        this.json = json;
        this.reader = reader;
        this.work = work;
    }

    Uni<ListFile> read(byte[] file) {
        return reader.read(file, COLUMNS);
    }

    Uni<PartImport> begin(Tx tx, ListFile list, boolean isDryRun) {
        PartImport running = PartImport.of(list, isDryRun, tx.by());
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
    static Uni<PartImport> find(Mutiny.Session session, UUID id) {
        return session.find(PartImport.class, id);
    }
}
