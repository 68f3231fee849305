package dev.fieldservice.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** What is done because of something that was done elsewhere, seen as a part of the same trace. */
@ApplicationScoped
public class Spans {

    private static final int PARTS = 4;

    private final Tracer tracer;

    public Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * @param cause W3C trace context; null, or of a trace that is not exported, costs nothing
     * @param work is given the context that what it causes carries on
     */
    public <T> Uni<T> within(String name, String cause, Function<String, Uni<T>> work) {
        SpanContext parent = context(cause);
        if (!parent.isSampled()) {
            return work.apply(cause);
        }
        Span span = tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        return work.apply(traceparent(span))
                .onFailure()
                .invoke(fault ->
                        span.setStatus(StatusCode.ERROR, fault.getClass().getSimpleName()))
                .onTermination()
                .invoke(() -> span.end());
    }

    public static String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    private static SpanContext context(String traceparent) {
        String[] parts = traceparent == null ? new String[0] : traceparent.split("-");
        return parts.length == PARTS
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
