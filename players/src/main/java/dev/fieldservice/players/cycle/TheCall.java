package dev.fieldservice.players.cycle;

import dev.fieldservice.players.company.Customer;

/** A supermarket calls; a service order appears by itself. */
final class TheCall implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("A supermarket calls");
        var customer = job.knownCustomer().orElseGet(() -> Customer.registered(job.driver(), job.story()));
        job.opened(customer, OpenOrder.call(job.driver(), job.story(), customer));
    }
}
