package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;

/** A supermarket calls; a service order appears by itself. */
final class TheCall implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("A supermarket calls");
        var customer = job.knownCustomer().orElseGet(() -> Customer.registered(job.driver(), job.story()));
        job.opened(customer, OpenOrder.call(job.driver(), job.story(), customer));
        if (job.isWatched()) {
            job.becomes(
                    "ticket-service",
                    "order-created",
                    "the ticket is IN_PROGRESS",
                    Player.DANA,
                    "/v1/tickets/" + job.ticket(),
                    "IN_PROGRESS");
        }
    }
}
