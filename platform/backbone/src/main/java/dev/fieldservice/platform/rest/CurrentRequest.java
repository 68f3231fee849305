package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.commands.CommandRequest;
import dev.fieldservice.platform.problems.FieldError;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.security.Caller;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What plumbing needs to know of the request that is being served. Read it before the first asynchronous step. */
@RequestScoped
public class CurrentRequest {

    private static final int LONGEST_KEY = 255;
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final SecurityIdentity identity;
    private final RoutingContext http;
    private final Clock clock;

    public CurrentRequest(SecurityIdentity identity, RoutingContext http, Clock clock) {
        this.identity = identity;
        this.http = http;
        this.clock = clock;
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

    /** The command that this request gives, with its key. */
    public CommandRequest command(Object body) {
        return new CommandRequest(
                by(idempotencyKey()),
                http.request().method() + " " + http.request().path(),
                body);
    }

    private By by(String key) {
        return new By(caller(), clock.instant(), key, traceparent());
    }

    public String path() {
        return http.request().path();
    }

    /** The key of this command; quoted or bare, as the IETF draft has it. */
    public String idempotencyKey() {
        String raw = header("Idempotency-Key")
                .orElseThrow(() -> new Refusal.Invalid(
                                "idempotency-key-missing",
                                "Send an Idempotency-Key (for example a UUID), and the same again when you repeat.",
                                List.of(new FieldError("Idempotency-Key", "not-null", "This header is needed.")))
                        .refused());
        Matcher quoted = QUOTED.matcher(raw);
        String key = quoted.matches() ? quoted.group(1) : raw;
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw Refusal.Invalid.field(
                            "Idempotency-Key", "invalid-format", "1 to 255 visible ASCII characters are expected.")
                    .refused();
        }
        return key;
    }

    /** The version in {@code If-Match}; empty if the header is absent or {@code *}. */
    public Optional<Long> ifMatch() {
        return header("If-Match").filter(tag -> !tag.equals("*")).map(tag -> {
            Matcher entityTag = ENTITY_TAG.matcher(tag);
            if (!entityTag.matches()) {
                throw new Refusal.VersionMismatch().refused();
            }
            return Long.valueOf(entityTag.group(1));
        });
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(http.request().getHeader(name)).map(String::strip);
    }

    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
