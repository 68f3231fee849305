package dev.fieldservice.platform.imports;

import dev.fieldservice.platform.errands.ErrandKind;
import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.problems.Refused;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The job that enters some rows of a list, and writes the job for the next. Each is one transaction, so that whatever ends the process, a
 * row takes effect once.
 */
public record ImportJob<I extends ListImport, R extends ListRow>(
        Errands errands, ErrandKind kind, Class<I> imports, Class<R> rows) {

    private static final int AT_ONCE = 200;

    /** The rows of an import that nothing has become of. */
    public record Page(UUID importId) {}

    /** Has the next of them entered once the running transaction is committed. */
    public Uni<Void> later(Tx tx, ListImport running) {
        return errands.later(
                tx, kind, running.subject(), new Page(running.id()), tx.by().at());
    }

    /** What is known of the rows, and what enters each by it. */
    public interface Entering<I, R, K> {

        Uni<K> known(Tx tx, I running, List<R> rows);

        /** What it refuses, or raises as {@link Objection.Raised}, is said of the row, and nothing else. */
        Uni<Void> enter(Tx tx, I running, K known, R row);

        /** In which column stands what is refused of a property, which is given by the names that lead there. */
        default String column(String property) {
            return Objection.last(property);
        }
    }

    public <K> Uni<Next> carryOut(Tx tx, Page page, Entering<I, R, K> entering) {
        return tx.load(imports, page.importId())
                .chain(running -> waiting(tx, running)
                        .call(some -> some.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : entering.known(tx, running, some)
                                        .chain(known -> each(
                                                running,
                                                some,
                                                entering::column,
                                                row -> entering.enter(tx, running, known, row))))
                        .chain(some -> goOn(tx, running, some.size() == AT_ONCE)))
                .replaceWith(Next.done());
    }

    public Uni<Void> gaveUp(Tx tx, Page page, String why) {
        return tx.load(imports, page.importId())
                .invoke(running -> running.giveUp(why, tx.by()))
                .replaceWithVoid();
    }

    private Uni<Void> goOn(Tx tx, I running, boolean isMore) {
        if (isMore) {
            running.goOn();
            return later(tx, running);
        }
        running.end(running.sender(tx));
        return Uni.createFrom().voidItem();
    }

    private Uni<List<R>> waiting(Tx tx, I running) {
        return tx.session()
                .createSelectionQuery(
                        "from %s where importId = :import and outcome is null order by id"
                                .formatted(rows.getSimpleName()),
                        rows)
                .setParameter("import", running.id())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private Uni<Void> each(I running, List<R> some, UnaryOperator<String> column, Function<R, Uni<Void>> enter) {
        return OneByOne.each(
                some, row -> objected(row, column, () -> enter.apply(row)).invoke(() -> running.count(row.outcome())));
    }

    private Uni<Void> objected(R row, UnaryOperator<String> column, Supplier<Uni<Void>> entered) {
        return Uni.createFrom()
                .deferred(entered::get)
                .onFailure(Refused.class)
                .recoverWithUni(refused -> reject(row, Objection.of(refused.refusal(), column)))
                .onFailure(Objection.Raised.class)
                .recoverWithUni(raised -> reject(row, raised.objection()));
    }

    private Uni<Void> reject(R row, Objection objection) {
        row.reject(objection);
        return Uni.createFrom().voidItem();
    }
}
