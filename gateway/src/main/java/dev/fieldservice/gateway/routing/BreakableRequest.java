package dev.fieldservice.gateway.routing;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer can be broken off so that everyone learns of it.
 *
 * <p>Vert.x 4.5 calls no handler of a response that is reset over HTTP/1: the request would be missing from the access
 * log and be counted as running for ever, which makes every later shutdown wait in vain.
 */
final class BreakableRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    BreakableRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new BreakableResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class BreakableResponse extends AbstractResponseWrapper {

        private final HttpServerRequest request;

        BreakableResponse(HttpServerRequest request) {
            super(request.response());
            this.request = request;
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            if (request.version() == HttpVersion.HTTP_2) {
                return super.reset(code);
            }
            request.connection().close();
            return true;
        }
    }
}
