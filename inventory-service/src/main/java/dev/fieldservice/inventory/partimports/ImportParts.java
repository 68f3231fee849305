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
import dev.fieldservice.platform.imports.ImportJob;
import dev.fieldservice.platform.imports.Objection;
import dev.fieldservice.platform.imports.RowOutcome;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;

/** Enters the parts of a list. */
@ApplicationScoped
public class ImportParts
        implements InTransaction<ImportJob.Page>, ImportJob.Entering<PartImport, PartImportRow, KnownParts> {

    private final ImportJob<PartImport, PartImportRow> job;
    private final Validator validator;

    public ImportParts(Errands errands, Validator validator) {
        this.job = new ImportJob<>(errands, InventoryErrand.IMPORT_PARTS, PartImport.class, PartImportRow.class);
        this.validator = validator;
    }

    Uni<Void> later(Tx tx, PartImport running) {
        return job.later(tx, running);
    }

    @Override
    public Class<ImportJob.Page> content() {
        return ImportJob.Page.class;
    }

    @Override
    public Policy policy() {
        return Policy.usual();
    }

    @Override
    public Uni<Next> carryOut(Tx tx, Errand<ImportJob.Page> errand) {
        return job.carryOut(tx, errand.content(), this);
    }

    @Override
    public Uni<Void> gaveUp(Tx tx, Errand<ImportJob.Page> errand, String why) {
        return job.gaveUp(tx, errand.content(), why);
    }

    @Override
    public Uni<KnownParts> known(Tx tx, PartImport running, List<PartImportRow> rows) {
        return KnownParts.of(tx, rows, running.isDryRun());
    }

    @Override
    public Uni<Void> enter(Tx tx, PartImport running, KnownParts known, PartImportRow row) {
        Optional<Part> now = known.part(row);
        return ListedPart.checked(tx, now, wanted(known, row, now))
                .invoke(listed -> known.take(row, listed.wanted()))
                .chain(listed -> take(tx, running, row, listed));
    }

    @Override
    public String column(String property) {
        return PartColumns.of(property);
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
                new PartColumns(row.values(), now.map(Part::details), known.category(row), known.others(row)).details();
        Objection.requireValid(validator, wanted, PartColumns::of);
        return wanted;
    }
}
