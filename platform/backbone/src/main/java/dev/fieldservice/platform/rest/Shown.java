package dev.fieldservice.platform.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer of a read with its {@code ETag}: 200, or 304 for whoever has it already. */
public final class Shown {

    private static final int NOT_MODIFIED = 304;

    private final Optional<EntityTags> had;
    private final Function<Object, Optional<List<String>>> offers;

    /**
     * @param had what {@code If-None-Match} says
     * @param offers the commands that a view offers to whoever reads it; empty if it offers none to anybody
     */
    Shown(Optional<EntityTags> had, Function<Object, Optional<List<String>>> offers) {
        this.had = had;
        this.offers = offers;
    }

    /** What depends on the version alone, and on who reads it where it offers commands. */
    public <V> RestResponse<V> as(V view, long version) {
        return answer(
                view,
                offers.apply(view)
                        .map(offered -> EntityTags.etag(version, offered))
                        .orElseGet(() -> EntityTags.etag(version)));
    }

    /** What shows more than the version counts. */
    public <V> RestResponse<V> composed(V view, long version) {
        return answer(
                view,
                EntityTags.etag(
                        version,
                        offers.apply(view)
                                .<Object>map(offered -> List.of(view, offered))
                                .orElse(view)));
    }

    private <V> RestResponse<V> answer(V view, String etag) {
        RestResponse.ResponseBuilder<V> answer = had.isPresent() && had.get().includes(etag)
                ? RestResponse.ResponseBuilder.create(NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(view);
        return answer.header("ETag", etag).build();
    }
}
