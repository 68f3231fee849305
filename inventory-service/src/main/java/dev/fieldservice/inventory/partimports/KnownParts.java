package dev.fieldservice.inventory.partimports;

import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.parts.PartDetails;
import dev.fieldservice.platform.imports.Objection;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;

/**
 * What is known of what some rows name: their parts, categories, whose their barcodes are, and the parts to which they refer.
 *
 * @param taken barcodes that these rows have taken so far
 */
record KnownParts(Map<UUID, Part> parts, Map<UUID, Found> byRow, Map<UUID, OtherParts> others, Set<String> taken) {

    /** A part that is superseded no more needs its barcode for itself, though no column names it. */
    private static final String NAMED = """
            select r.id, p.id as part, c.id as category, g.id as owner
              from part_import_row r
              left join part p on compared(p.number) = compared(r.number) and not p.twin
              left join part_category c on compared(c.name) = compared(r.fields -> 'values' ->> 'category')
              left join part g on g.gtin = lpad(coalesce(r.fields -> 'values' ->> 'gtin', p.gtin), 14, '0')
                                 and g.superseded_by_id is null
             where r.id in :rows""";

    /**
     * Only what was there before the list: ids are in the order in which they were made. So a dry run, which enters nothing, finds the
     * same. The place of a successor is 0.
     */
    private static final String OTHERS = """
            select r.id, cast(n.place as integer), p.id
              from part_import_row r
             cross join lateral (
                select number, place from unnest(string_to_array(r.fields -> 'values' ->> 'substitutes', '|'))
                  with ordinality as s(number, place) where place <= :most
                union all
                select r.fields -> 'values' ->> 'supersededBy', 0) n
              join part p on compared(p.number) = compared(n.number) and not p.twin and p.id < r.import_id
             where r.id in :rows""";

    /** Each null where there is none. @param owner the part that has the barcode */
    private record Found(UUID part, UUID category, UUID owner) {}

    /** The parts are locked, in the order of their ids, unless nothing is to be entered. */
    static Uni<KnownParts> of(Tx tx, List<PartImportRow> rows, boolean isDryRun) {
        return tx.session()
                .createNativeQuery(NAMED, Tuple.class)
                .setParameter("rows", rows.stream().map(PartImportRow::id).toList())
                .getResultList()
                .map(KnownParts::byRow)
                .chain(found -> parts(tx, found, isDryRun)
                        .chain(parts ->
                                named(tx, rows).map(others -> new KnownParts(parts, found, others, new HashSet<>()))));
    }

    private static Uni<Map<UUID, OtherParts>> named(Tx tx, List<PartImportRow> rows) {
        List<UUID> referring = rows.stream()
                .filter(row -> OtherParts.areNamed(row.values()))
                .map(PartImportRow::id)
                .toList();
        return referring.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tx.session()
                        .createNativeQuery(OTHERS, Tuple.class)
                        .setParameter("rows", referring)
                        .setParameter("most", OtherParts.MOST)
                        .getResultList()
                        .map(KnownParts::grouped);
    }

    private static Map<UUID, OtherParts> grouped(List<Tuple> rows) {
        Map<UUID, Map<Integer, UUID>> found = new HashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.get(0, UUID.class), id -> new HashMap<>())
                .put(row.get(1, Integer.class), row.get(2, UUID.class)));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new OtherParts(each.getValue())));
    }

    private static Map<UUID, Found> byRow(List<Tuple> rows) {
        Map<UUID, Found> found = new HashMap<>();
        rows.forEach(row -> found.put(
                row.get(0, UUID.class),
                new Found(row.get(1, UUID.class), row.get(2, UUID.class), row.get(3, UUID.class))));
        return found;
    }

    private static Uni<Map<UUID, Part>> parts(Tx tx, Map<UUID, Found> found, boolean isDryRun) {
        List<UUID> ids = found.values().stream()
                .map(Found::part)
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : tx.session()
                        .createSelectionQuery("from Part where id in :ids order by id", Part.class)
                        .setParameter("ids", ids)
                        .setLockMode(isDryRun ? LockMode.NONE : LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .map(parts -> parts.stream().collect(Collectors.toMap(Part::id, Function.identity())));
    }

    Optional<Part> part(PartImportRow row) {
        return Optional.ofNullable(byRow.get(row.id()).part()).map(parts::get);
    }

    Optional<UUID> category(PartImportRow row) {
        return Optional.ofNullable(byRow.get(row.id()).category());
    }

    OtherParts others(PartImportRow row) {
        return others.getOrDefault(row.id(), OtherParts.NONE);
    }

    /** Takes the barcode that the row's part is to have; raises it if another part has it, or gets it by a row before. */
    void take(PartImportRow row, PartDetails wanted) {
        if (wanted.gtin() == null || wanted.supersededById() != null) {
            return;
        }
        Found found = byRow.get(row.id());
        boolean isAnothers = found.owner() != null && !found.owner().equals(found.part());
        if (isAnothers || !taken.add(wanted.gtin())) {
            throw new Objection.Raised(
                    PartColumns.GTIN, "gtin-taken", "Another part that is not superseded has this GTIN.");
        }
    }
}
