package dev.fieldservice.inventory.categories;

import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import java.util.UUID;

/** A group of parts, within another or not. */
@Entity
public class PartCategory extends Aggregate {

    /** Whoever moves a category into another waits for the others who do: together they might close a circle. */
    private static final String ONE_AT_A_TIME =
            "select 1 from pg_advisory_xact_lock(hashtextextended('part_category', 17))";

    String name;
    UUID parentId;

    protected PartCategory() {}

    static Uni<PartCategory> enter(Tx tx, PartCategoryDetails details) {
        return requireParent(tx, details.parentId()).chain(() -> {
            PartCategory category = new PartCategory();
            category.id = Ids.next();
            category.set(details);
            category.note("ENTERED", tx.by(), tx.by().at(), details.name());
            return tx.add(category);
        });
    }

    void change(PartCategoryDetails details, By by) {
        set(details);
        note("CHANGED", by, by.at(), details.name());
    }

    private void set(PartCategoryDetails details) {
        name = details.name();
        parentId = details.parentId();
    }

    /** Refused with 422 where there is no such parent, or where it lies within this one. */
    Uni<Void> requireThatItMayBeWithin(Tx tx, UUID parent) {
        return requireParent(tx, parent)
                .chain(() -> parent == null
                        ? Uni.createFrom().voidItem()
                        : tx.session()
                                .createNativeQuery(ONE_AT_A_TIME, Integer.class)
                                .getSingleResult()
                                .chain(() -> tx.session()
                                        .createNativeQuery(
                                                "select count(*) from categories_within(:one) as c where c = :other",
                                                Long.class)
                                        .setParameter("one", id)
                                        .setParameter("other", parent)
                                        .getSingleResult())
                                .invoke(within -> {
                                    if (within > 0) {
                                        throw Refusal.RuleViolated.at(
                                                "/parentId", "category-circle", "That category lies within this one.");
                                    }
                                })
                                .replaceWithVoid());
    }

    private static Uni<Void> requireParent(Tx tx, UUID parent) {
        return parent == null
                ? Uni.createFrom().voidItem()
                : tx.session()
                        .find(PartCategory.class, parent)
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.RuleViolated.unknown("/parentId", "category"))
                        .replaceWithVoid();
    }

    @Override
    public String kind() {
        return "part-category";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
