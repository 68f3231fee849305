package dev.fieldservice.inventory.partimports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes lists of parts. */
@ApplicationScoped
public class PartImports {

    private static final int ROWS_OF_A_SLICE = 2_000;
    private static final int LONGEST_NUMBER = 100;

    private static final String KEEP = """
            insert into part_import_row (id, import_id, line, number, fields, outcome, field, code, detail)
            select r.id, cast(:import as uuid), r.line, r.number, r.fields, r.outcome, r.field, r.code, r.detail
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                   as r(id uuid, line integer, number text, fields jsonb, outcome text, field text, code text, detail text)""";

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
    private final Vertx vertx;
    private final ImportParts work;

    public PartImports(ObjectMapper json, Vertx vertx, ImportParts work) {
        this.json = json;
        this.vertx = vertx;
        this.work = work;
    }

    /** A row as it is kept. */
    private record Kept(
            UUID id,
            int line,
            String number,
            PartImportRow.Fields fields,
            RowOutcome outcome,
            String field,
            String code,
            String detail) {}

    /** Not on the event loop: a large file takes long. */
    Uni<PartList> read(byte[] file) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.executeBlocking(() -> PartList.read(file), false).toCompletionStage());
    }

    Uni<PartImport> begin(Tx tx, PartList list, boolean isDryRun) {
        PartImport running = PartImport.of(list, isDryRun, tx.by());
        running.reject((int)
                list.rows().stream().filter(row -> row.objection().isPresent()).count());
        return tx.add(running)
                .call(tx.session()::flush)
                .call(() -> OneByOne.each(slices(list.rows()), rows -> keep(tx, running, rows)))
                .call(() -> tx.session()
                        .createNativeQuery(REJECT_REPEATED)
                        .setParameter("import", running.id())
                        .executeUpdate()
                        .invoke(running::reject))
                .call(() -> work.later(tx, running));
    }

    private static List<List<PartList.Row>> slices(List<PartList.Row> rows) {
        List<List<PartList.Row>> slices = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_SLICE) {
            slices.add(rows.subList(from, Math.min(rows.size(), from + ROWS_OF_A_SLICE)));
        }
        return slices;
    }

    private Uni<Integer> keep(Tx tx, PartImport running, List<PartList.Row> rows) {
        return tx.session()
                .createNativeQuery(KEEP)
                .setParameter("import", running.id())
                .setParameter(
                        "rows", written(rows.stream().map(PartImports::kept).toList()))
                .executeUpdate();
    }

    private static Kept kept(PartList.Row row) {
        String number = row.fields().getOrDefault(PartColumns.NUMBER, "");
        Objection objection = row.objection().orElse(new Objection(null, null, null));
        return new Kept(
                Ids.next(),
                row.line(),
                number.substring(
                        0,
                        number.offsetByCodePoints(
                                0, Math.min(LONGEST_NUMBER, number.codePointCount(0, number.length())))),
                new PartImportRow.Fields(row.fields()),
                row.objection().isPresent() ? RowOutcome.REJECTED : null,
                objection.field(),
                objection.code(),
                objection.detail());
    }

    private String written(List<Kept> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write rows", defect);
        }
    }

    /** Null if there is none. */
    static Uni<PartImport> find(Mutiny.Session session, UUID id) {
        return session.find(PartImport.class, id);
    }
}
