package dev.fieldservice.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** How the gateway reaches the services. */
@ConfigMapping(prefix = "gateway.upstream")
public interface UpstreamConfig {

    /** Scheme, host and port of each service. */
    Map<Service, URI> url();

    /** How long to wait for a connection: a free one of the pool, or a new one. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may take from the last byte of the request to the first of its answer. */
    @WithDefault("10s")
    Duration responseTimeout();

    /**
     * How long a connection may be silent while a body is on its way, and how long an unused one is kept. Longer
     * than the response timeout, else a slow answer looks like a lost connection, and than three looks at the pace of the client
     * (gateway.limits.patience), else a client that stops in the middle looks like that too.
     */
    @WithDefault("40s")
    Duration idleTimeout();

    /** Most connections to one service at a time. */
    @WithDefault("128")
    int connections();

    /** Most requests to one service that wait for a connection; one more is refused with 503. */
    @WithDefault("512")
    int waiting();
}
