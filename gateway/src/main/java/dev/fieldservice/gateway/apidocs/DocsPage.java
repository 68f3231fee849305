package dev.fieldservice.gateway.apidocs;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The redirect from {@code /docs} to the page itself, whose files are served from {@code META-INF/resources/docs}: without the
 * slash a browser would look for them beside it.
 */
@Singleton
class DocsPage {

    /** After the entrance, before anything is served. */
    private static final int ORDER = -40;

    private static final int MOVED = 301;

    void serve(@Observes Router router) {
        router.get("/docs").order(ORDER).handler(exchange -> {
            if (!exchange.request().path().equals("/docs")) {
                exchange.next();
                return;
            }
            var _ = exchange.response()
                    .setStatusCode(MOVED)
                    .putHeader("Location", "/docs/")
                    .end();
        });
    }
}
