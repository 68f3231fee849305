package dev.fieldservice.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.commands.CommandRequest;
import dev.fieldservice.platform.http.RoundTrip;
import dev.fieldservice.platform.offers.CommandRights;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import dev.fieldservice.platform.tracing.Spans;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What plumbing needs to know of the request that is being served. Read it before the first asynchronous step. */
@RequestScoped
public class CurrentRequest {

    private static final int LONGEST_KEY = 255;
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");

    private final SecurityIdentity identity;
    private final RoutingContext http;
    private final Clock clock;
    private final CommandRights rights;

    public CurrentRequest(SecurityIdentity identity, RoutingContext http, Clock clock, CommandRights rights) {
        this.identity = identity;
        this.http = http;
        this.clock = clock;
        this.rights = rights;
    }

    public Caller caller() {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        if (caller == null) {
            throw new UnauthorizedException();
        }
        return caller;
    }

    public By by() {
        return by(header("Idempotency-Key").orElse(null));
    }

    /** Of somebody who need not sign in. @param name for people to read in histories */
    public By byNobody(String name) {
        return by(Caller.nobody(name), null);
    }

    /** The command that this request gives, with its key. */
    public CommandRequest command(Object body) {
        return new CommandRequest(
                by(idempotencyKey()),
                http.request().method() + " " + http.request().path(),
                body);
    }

    private By by(String key) {
        return by(caller(), key);
    }

    private By by(Caller caller, String key) {
        return new By(caller, clock.instant(), key, Spans.traceparent(Span.current()));
    }

    public String path() {
        return http.request().path();
    }

    /** The key of this command; quoted or bare, as the IETF draft has it. The bound is that of the whole header. */
    public String idempotencyKey() {
        String raw = header("Idempotency-Key")
                .orElseThrow(() -> new Refusal.Invalid(
                                "idempotency-key-missing",
                                "Send an Idempotency-Key (for example a UUID), and the same again when you repeat.",
                                List.of(new FieldError("Idempotency-Key", "not-null", "This header is needed.")))
                        .refused());
        Matcher quoted = QUOTED.matcher(raw);
        String key = quoted.matches() ? quoted.group(1) : raw;
        if (key.isBlank() || raw.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Refusal.Invalid.field(
                            "Idempotency-Key", "invalid-format", "1 to 255 visible ASCII characters are expected.")
                    .refused();
        }
        return key;
    }

    /** Refused with 412 if no version can pass; empty if the header is absent. */
    Optional<EntityTags> ifMatch() {
        Optional<EntityTags> expected = tags("If-Match");
        if (expected.isPresent() && !expected.get().mayHold()) {
            throw new Refusal.VersionMismatch().refused();
        }
        return expected;
    }

    /** How to answer with what may be there already. */
    public Shown shown() {
        Set<String> roles = identity.getRoles();
        return new Shown(tags("If-None-Match"), view -> rights.offered(view, roles));
    }

    /** The same where nobody needs to sign in, and so nobody is offered a command. */
    public Shown shownToAnybody() {
        return new Shown(tags("If-None-Match"), view -> Optional.empty());
    }

    /** What of its read-only properties a client sends back. */
    Map<String, JsonNode> sentBack() {
        RoundTrip trip = http.get(RoundTrip.KEY);
        return trip == null ? Map.of() : trip.sent();
    }

    private Optional<EntityTags> tags(String name) {
        List<String> lines = http.request().headers().getAll(name);
        return lines.isEmpty() ? Optional.empty() : Optional.of(EntityTags.read(name, String.join(",", lines)));
    }

    /** Refused where it stands there twice: which of the two a proxy before us has read, nobody knows. */
    private Optional<String> header(String name) {
        List<String> lines = http.request().headers().getAll(name);
        if (lines.size() > 1) {
            throw Refusal.Invalid.field(name, "repeated-header", "Send it once.")
                    .refused();
        }
        return lines.stream().findFirst().map(String::strip);
    }
}
