package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.forms.CustomerForms;
import dev.fieldservice.players.forms.JobForms;

/** A supermarket calls, or writes; a service order appears by itself. */
final class TheCall implements Step {

    private static final String CONTRACTS = "/v1/contracts";

    @Override
    public void play(Job job) {
        boolean isWritten = job.takes(Turn.COMES_BY_MAIL) && job.mailbox().isPresent();
        job.story().chapter(isWritten ? "A supermarket writes" : "A supermarket calls");
        var customer = job.knownCustomer().orElseGet(() -> registered(job));
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

    private static Customer registered(Job job) {
        var customer = Customer.registered(job.driver(), job.story());
        if (job.takes(Turn.HAS_A_CONTRACT)) {
            var contract = job.story()
                    .does(
                            Player.ANA,
                            "enters their contract: half of the parts, an hour a year, within an hour",
                            () -> job.driver().create(Player.ANA, CONTRACTS, CustomerForms.contract(customer.id())));
            job.does(
                    Player.ANA,
                    "and has it count from now on",
                    CONTRACTS + "/" + contract + "/activate",
                    JobForms.NO_BODY);
            job.agreed();
        }
        return customer;
    }
}
