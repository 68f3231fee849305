package dev.fieldservice.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.commands.Answer;
import dev.fieldservice.platform.commands.Commands;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The HTTP face of {@link Commands}: key, caller and operation come from the request, the answer becomes a response with
 * its {@code ETag}.
 */
@ApplicationScoped
public class HttpCommands {

    private final CurrentRequest request;
    private final Commands commands;
    private final ReadOnly readOnly;

    public HttpCommands(CurrentRequest request, Commands commands, ReadOnly readOnly) {
        this.request = request;
        this.commands = commands;
        this.readOnly = readOnly;
    }

    /** Makes something new at this address: 201 with {@code Location}. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> create(
            Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, V> show) {
        return create(request.path(), body, work, view, show);
    }

    /** The same where what is made stands in another collection than this address. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> create(
            String collection, Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, V> show) {
        return commands.once(
                        request.command(body),
                        work,
                        view,
                        made -> Answer.made(show.apply(made), made.version(), collection + "/" + made.id()))
                .map(HttpCommands::response);
    }

    /** Changes what is there: 200. An {@code If-Match} is honoured, not demanded. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> change(
            Object body, Function<Tx, Uni<A>> work, Class<V> view, Function<A, V> show) {
        return change(body, work, Function.identity(), view, show);
    }

    /**
     * The same where the answer tells of more than the aggregate, such as of an entry that was recorded on it.
     *
     * @param aggregate the one whose version is the {@code ETag}
     */
    public <T, A extends Aggregate, V> Uni<RestResponse<V>> change(
            Object body, Function<Tx, Uni<T>> work, Function<T, A> aggregate, Class<V> view, Function<T, V> show) {
        Optional<EntityTags> expected = request.ifMatch();
        return commands.once(
                        request.command(body),
                        tx -> work.apply(tx).invoke(done -> requireVersion(expected, aggregate.apply(done))),
                        view,
                        done -> Answer.changed(
                                show.apply(done), aggregate.apply(done).version()))
                .map(HttpCommands::response);
    }

    /** Replaces what a person edits ({@code PUT}): {@code If-Match} is demanded and makes repeating safe. What is read-only may be sent back. */
    public <A extends Aggregate, V> Uni<RestResponse<V>> replace(
            Function<Tx, Uni<A>> load, BiConsumer<A, By> edit, Function<A, V> show) {
        Optional<EntityTags> expected = request.ifMatch();
        if (expected.isEmpty()) {
            throw new Refusal.PreconditionRequired().refused();
        }
        By by = request.by();
        Map<String, JsonNode> sentBack = request.sentBack();
        return commands.repeatable(
                        by,
                        tx -> load.apply(tx)
                                .invoke(aggregate -> requireVersion(expected, aggregate))
                                .invoke(aggregate -> readOnly.require(sentBack, () -> show.apply(aggregate)))
                                .invoke(aggregate -> edit.accept(aggregate, by)),
                        changed -> Answer.changed(show.apply(changed), changed.version()))
                .map(answer -> response(new Answer.Given<>(answer, false)));
    }

    /**
     * Puts something under an id that the client chose ({@code PUT}): 201, or 200 where it is there already. The id makes repeating
     * safe, so that neither a key nor {@code If-Match} is demanded.
     *
     * @param aggregate the one whose version is the {@code ETag}
     * @param isNew whether it was not there before
     */
    public <T, A extends Aggregate, V> Uni<RestResponse<V>> put(
            Function<Tx, Uni<T>> work, Function<T, A> aggregate, Predicate<T> isNew, Function<T, V> show) {
        String location = request.path();
        return commands.repeatable(request.by(), work, done -> {
                    V body = show.apply(done);
                    long version = aggregate.apply(done).version();
                    return isNew.test(done) ? Answer.made(body, version, location) : Answer.changed(body, version);
                })
                .map(answer -> response(new Answer.Given<>(answer, false)));
    }

    private static <V> RestResponse<V> response(Answer.Given<V> given) {
        Answer<V> answer = given.answer();
        RestResponse.ResponseBuilder<V> response = RestResponse.ResponseBuilder.<V>create(answer.made() ? 201 : 200)
                .entity(answer.body())
                .header("ETag", EntityTags.etag(answer.version()));
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (given.isReplay()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    private static void requireVersion(Optional<EntityTags> expected, Aggregate aggregate) {
        if (expected.isPresent() && !expected.get().includesVersion(aggregate.version())) {
            throw new Refusal.VersionMismatch().refused();
        }
    }
}
