package dev.fieldservice.gateway.routing;

/** The target of a route: where a request may go. */
public sealed interface Destination {

    /** To a service, with a token. */
    record Upstream(Service service) implements Destination {}

    /**
     * To a service, with a secret in the address that the service knows: for calendars and for customers, who cannot sign in.
     *
     * @param isAnswered whether they may post there, too; without a body in any case
     */
    record Unsigned(Service service, boolean isAnswered) implements Destination {}

    /** To a view that the gateway composes, with a token. */
    record Composed() implements Destination {}

    /** To a page of the gateway that needs no token. */
    record Open() implements Destination {}

    /** To the health checks, which are neither limited nor logged. */
    record Probe() implements Destination {}

    /** To the figures, for those who are inside: not for what came through a proxy. */
    record Figures() implements Destination {}

    /** Nowhere: it is not in the table. */
    record Nowhere() implements Destination {}
}
