package dev.fieldservice.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where the rows of lists are kept: thousands are written at once.
 *
 * @param key the column that a row is found by
 * @param named the same as lists name it
 */
public record RowTable(String table, String key, String named) {

    private static final int ROWS_OF_A_SLICE = 2_000;
    private static final int LONGEST_KEY = 100;

    private static final String KEEP = """
            insert into %1$s (id, import_id, line, %2$s, fields, outcome, field, code, detail)
            select r.id, cast(:import as uuid), r.line, r.key, r.fields, r.outcome, r.field, r.code, r.detail
              from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                   as r(id uuid, line integer, key text, fields jsonb, outcome text, field text, code text, detail text)""";

    /** A row as it is kept. */
    private record Kept(
            UUID id,
            int line,
            String key,
            ListRow.Fields fields,
            RowOutcome outcome,
            String field,
            String code,
            String detail) {}

    /** The import must be there. */
    public Uni<Void> keep(Tx tx, ObjectMapper json, ListImport running, ListFile list) {
        return OneByOne.each(
                slices(list.rows()),
                rows -> tx.session()
                        .createNativeQuery(KEEP.formatted(table, key))
                        .setParameter("import", running.id())
                        .setParameter(
                                "rows",
                                written(json, rows.stream().map(this::kept).toList()))
                        .executeUpdate());
    }

    private static List<List<ListFile.Row>> slices(List<ListFile.Row> rows) {
        List<List<ListFile.Row>> slices = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_OF_A_SLICE) {
            slices.add(rows.subList(from, Math.min(rows.size(), from + ROWS_OF_A_SLICE)));
        }
        return slices;
    }

    private Kept kept(ListFile.Row row) {
        String sent = row.fields().getOrDefault(named, "");
        Objection objection = row.objection().orElse(new Objection(null, null, null));
        return new Kept(
                Ids.next(),
                row.line(),
                sent.substring(
                        0, sent.offsetByCodePoints(0, Math.min(LONGEST_KEY, sent.codePointCount(0, sent.length())))),
                new ListRow.Fields(row.fields()),
                row.objection().isPresent() ? RowOutcome.REJECTED : null,
                objection.field(),
                objection.code(),
                objection.detail());
    }

    private static String written(ObjectMapper json, List<Kept> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("cannot write rows", defect);
        }
    }
}
