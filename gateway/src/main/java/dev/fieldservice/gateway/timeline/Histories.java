package dev.fieldservice.gateway.timeline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.gateway.routing.Service;
import dev.fieldservice.gateway.routing.Upstreams;
import dev.fieldservice.gateway.timeline.Timeline.Part;
import dev.fieldservice.gateway.timeline.Timeline.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Reads one service's steps for a ticket, page by page, on behalf of the caller. */
@Singleton
class Histories {

    private static final Logger LOG = Logger.getLogger(Histories.class);

    private final Upstreams upstreams;
    private final TimelineConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Histories(Upstreams upstreams, TimelineConfig config, ObjectMapper json, Clock clock) {
        this.upstreams = upstreams;
        this.config = config;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.clock = clock;
    }

    /**
     * Never fails and never takes longer than the configured patience: a part that cannot be had is named as such.
     *
     * @param read the bytes that were read for this timeline, of any service
     */
    Uni<Part> of(Service service, UUID ticketId, String authorization, AtomicLong read) {
        String firstPage = "/v1/history?correlationId=" + ticketId + "&limit=" + config.pageSize();
        return new Reading(service, firstPage, authorization, read)
                .page(firstPage)
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("No history of %s: %s", service.fullName(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(Part.missing(service, Status.UNAVAILABLE));
    }

    private record Page(List<TimelineStep> items, String nextCursor) {}

    private final class Reading {

        private final Service service;
        private final String firstPage;
        private final String authorization;
        private final AtomicLong read;
        private final List<TimelineStep> steps = new ArrayList<>();
        private int pages;

        Reading(Service service, String firstPage, String authorization, AtomicLong read) {
            this.service = service;
            this.firstPage = firstPage;
            this.authorization = authorization;
            this.read = read;
        }

        Uni<Part> page(String path) {
            return upstreams
                    .get(service, path, authorization, config.patience())
                    .chain(this::next);
        }

        private Uni<Part> next(HttpResponse<Buffer> response) {
            return switch (response.statusCode()) {
                case 200 ->
                    next(parsed(response.body()), read.addAndGet(response.body().length()));
                case 401, 403 -> Uni.createFrom().item(Part.missing(service, Status.FORBIDDEN));
                default -> Uni.createFrom().failure(new IllegalStateException("it answered " + response.statusCode()));
            };
        }

        private Uni<Part> next(Page page, long bytes) {
            page.items().stream().map(TimelineStep::shortened).forEach(steps::add);
            pages++;
            if (page.nextCursor() == null) {
                return Uni.createFrom().item(Part.read(service, Status.OK, clock.instant(), steps));
            }
            if (pages == config.pages() || bytes >= config.bytes().asLongValue()) {
                return Uni.createFrom().item(Part.read(service, Status.TRUNCATED, clock.instant(), steps));
            }
            return page(firstPage + "&cursor=" + URLEncoder.encode(page.nextCursor(), StandardCharsets.UTF_8));
        }

        private Page parsed(Buffer body) {
            try {
                return json.readValue(body.getBytes(), Page.class);
            } catch (IOException notAHistory) {
                throw new UncheckedIOException(notAHistory);
            }
        }
    }
}
