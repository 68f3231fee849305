package dev.fieldservice.platform.templates;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** {@code {time:format(arrival, 'd MMMM yyyy', locale)}}: a time as the reader writes it. */
final class Times implements NamespaceResolver {

    static final String NAMESPACE = "time";
    static final String FORMAT = "format";
    static final int PARAMETERS = 3;

    @Override
    public String getNamespace() {
        return NAMESPACE;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        List<Expression> given = context.getParams();
        if (!context.getName().equals(FORMAT) || given.size() != PARAMETERS) {
            return Results.notFound(context);
        }
        return context.evaluate(given.get(0))
                .thenCompose(time -> context.evaluate(given.get(1))
                        .thenCompose(pattern ->
                                context.evaluate(given.get(2)).thenApply(locale -> format(time, pattern, locale))));
    }

    static String format(Object time, Object pattern, Object locale) {
        return DateTimeFormatter.ofPattern((String) pattern, (Locale) locale).format((ZonedDateTime) time);
    }
}
