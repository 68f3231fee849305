package dev.fieldservice.players.cycle;

import dev.fieldservice.players.company.Customer;

/** A supermarket calls, or writes; a service order appears by itself. */
final class TheCall implements Step {

    @Override
    public void play(Job job) {
        boolean isWritten = job.takes(Turn.COMES_BY_MAIL) && job.mailbox().isPresent();
        job.story().chapter(isWritten ? "A supermarket writes" : "A supermarket calls");
        var customer = job.knownCustomer().orElseGet(() -> Customer.registered(job.driver(), job.story()));
        job.opened(
                customer,
                isWritten
                        ? OpenOrder.mail(
                                job.driver(),
                                job.story(),
                                customer,
                                job.mailbox().orElseThrow(),
                                job.takes(Turn.MAIL_COMES_TWICE))
                        : OpenOrder.call(job.driver(), job.story(), customer));
    }
}
