package dev.fieldservice.inventory.partimports;

import dev.fieldservice.inventory.errands.InventoryErrand;
import dev.fieldservice.inventory.parts.ListedPart;
import dev.fieldservice.inventory.parts.Part;
import dev.fieldservice.inventory.parts.PartDetails;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The job that enters some rows of a list, and writes the job for the next. Each is one transaction, so that whatever ends the process, a
 * row takes effect once.
 */
@ApplicationScoped
public class ImportParts implements InTransaction<ImportParts.Page> {

    private static final int AT_ONCE = 200;

    private final Errands errands;
    private final Validator validator;

    public ImportParts(Errands errands, Validator validator) {
        this.errands = errands;
        this.validator = validator;
    }

    /** The rows of an import that nothing has become of. */
    public record Page(UUID importId) {}

    /** Has the next of them entered once the running transaction is committed. */
    Uni<Void> later(Tx tx, PartImport running) {
        return errands.later(
                tx,
                InventoryErrand.IMPORT_PARTS,
                running.subject(),
                new Page(running.id()),
                tx.by().at());
    }

    @Override
    public Class<Page> content() {
        return Page.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Page> errand) {
        return tx.load(PartImport.class, errand.content().importId())
                .chain(running -> waiting(tx, running)
                        .call(rows -> enter(tx, running, rows))
                        .chain(rows -> goOn(tx, running, rows.size() == AT_ONCE)))
                .replaceWith(Next.done());
    }

    private Uni<Void> goOn(Tx tx, PartImport running, boolean isMore) {
        if (isMore) {
            running.goOn();
            return later(tx, running);
        }
        running.end(running.sender(tx));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<Page> errand, String why) {
        return tx.load(PartImport.class, errand.content().importId())
                .invoke(running -> running.giveUp(why, tx.by()))
                .replaceWithVoid();
    }

    private static Uni<List<PartImportRow>> waiting(Tx tx, PartImport running) {
        return tx.session()
                .createSelectionQuery(
                        "from PartImportRow where importId = :import and outcome is null order by id",
                        PartImportRow.class)
                .setParameter("import", running.id())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private Uni<Void> enter(Tx tx, PartImport running, List<PartImportRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : KnownParts.of(tx, rows, running.isDryRun())
                        .chain(known -> OneByOne.each(
                                rows, row -> enter(tx, running, known, row).invoke(() -> running.count(row.outcome))));
    }

    private Uni<Void> enter(Tx tx, PartImport running, KnownParts known, PartImportRow row) {
        Optional<Part> now = known.part(row);
        return Uni.createFrom()
                .deferred(() -> ListedPart.checked(tx, now, wanted(known, row, now)))
                .chain(listed -> take(tx, running, row, listed))
                .onFailure(Refused.class)
                .recoverWithUni(refused -> reject(row, Objection.of(refused.refusal())))
                .onFailure(Objection.Raised.class)
                .recoverWithUni(raised -> reject(row, raised.objection()));
    }

    private static Uni<Void> reject(PartImportRow row, Objection objection) {
        row.reject(objection);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> take(Tx tx, PartImport running, PartImportRow row, ListedPart listed) {
        RowOutcome outcome = switch (listed.change()) {
            case CREATED -> RowOutcome.CREATED;
            case CHANGED -> RowOutcome.CHANGED;
            case UNCHANGED -> RowOutcome.UNCHANGED;
        };
        if (running.isDryRun() || outcome == RowOutcome.UNCHANGED) {
            row.became(outcome, listed.now().map(Part::id).orElse(null));
            return Uni.createFrom().voidItem();
        }
        return listed.enter(tx, running.sender(tx))
                .invoke(part -> row.became(outcome, part.id()))
                .replaceWithVoid();
    }

    private PartDetails wanted(KnownParts known, PartImportRow row, Optional<Part> now) {
        PartDetails wanted =
                new PartColumns(row.fields.values(), now.map(Part::details), known.category(row), known.others(row))
                        .details();
        validator.validate(wanted).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(ImportParts::raise);
        if (wanted.gtin() != null && wanted.supersededById() == null && known.isTaken(row)) {
            throw new Objection.Raised(
                    PartColumns.GTIN, "gtin-taken", "Another part that is not superseded has this GTIN.");
        }
        return wanted;
    }

    private static void raise(ConstraintViolation<PartDetails> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        throw new Objection.Raised(
                PartColumns.of(violation.getPropertyPath().toString()),
                constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                violation.getMessage());
    }
}
