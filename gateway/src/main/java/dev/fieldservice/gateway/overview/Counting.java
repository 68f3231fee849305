package dev.fieldservice.gateway.overview;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.gateway.overview.Overview.Item;
import dev.fieldservice.gateway.overview.Overview.Part;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.routing.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has one service count what waits in it, on behalf of the caller. */
@Singleton
class Counting {

    private static final Logger LOG = Logger.getLogger(Counting.class);

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Upstreams upstreams;
    private final OverviewConfig config;
    private final ObjectMapper json;

    Counting(Upstreams upstreams, OverviewConfig config, ObjectMapper json) {
        this.upstreams = upstreams;
        this.config = config;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private record Waiting(Instant asOf, List<Item> items) {}

    /** Never fails and never takes longer than the configured patience: a part that cannot be had is named as such. */
    Uni<Part> in(Service service, Optional<Instant> then, String authorization) {
        return answer(service, then, authorization)
                .map(answer -> part(service, answer))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("No count of %s: %s", service.fullName(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(Part.missing(service));
    }

    /** Of now where the service does not take the moment: the one before knew of none. */
    private Uni<HttpResponse<Buffer>> answer(Service service, Optional<Instant> then, String authorization) {
        String query = then.map(past -> "?asOf=" + past).orElse("");
        return upstreams
                .get(service, "/v1/watches" + query, authorization, config.patience())
                .chain(answer -> then.isPresent() && answer.statusCode() == BAD_REQUEST
                        ? answer(service, Optional.empty(), authorization)
                        : Uni.createFrom().item(answer));
    }

    private Part part(Service service, HttpResponse<Buffer> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("it answered " + answer.statusCode());
        }
        try {
            Waiting waiting = json.readValue(answer.body().getBytes(), Waiting.class);
            return Part.counted(service, waiting.asOf(), Objects.requireNonNull(waiting.items(), "items"));
        } catch (IOException noCount) {
            throw new UncheckedIOException(noCount);
        }
    }
}
