package dev.fieldservice.platform.templates;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All that a template reaches: the entries of maps, what a loop says of its element, and the zone of a time. */
final class EntriesOnly implements ValueResolver {

    private static final String ZONE = "zone";

    @Override
    public boolean appliesTo(EvalContext context) {
        return context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        return context.getBase() instanceof Mapper loop
                ? loop.getAsync(context.getName())
                : entry(context.getBase(), context.getName())
                        .<CompletionStage<Object>>map(CompletedStage::of)
                        .orElseGet(() -> Results.notFound(context));
    }

    /** What there is of this name; empty if nothing. */
    static Optional<Object> entry(Object of, String name) {
        return switch (of) {
            case Map<?, ?> entries -> Optional.ofNullable(entries.get(name));
            case ZonedDateTime time when name.equals(ZONE) -> Optional.of(time.getZone());
            case null, default -> Optional.empty();
        };
    }
}
