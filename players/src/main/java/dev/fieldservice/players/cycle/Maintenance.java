package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.OfficeForms;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The machine gets a plan, which asks for work by itself; the customer thinks better of it before anybody sets out. */
final class Maintenance implements Step {

    private static final String PLANS = "/v1/maintenance-plans";

    @Override
    public void play(Job job) {
        if (!job.takes(Turn.IS_MAINTAINED)) {
            return;
        }
        var customer = job.customer();
        var weekly = OfficeForms.maintenancePlanOfTheWeek(
                customer.id(),
                customer.contact(),
                customer.location(),
                customer.asset(),
                LocalDate.now(ZoneOffset.UTC));
        var plan = job.story()
                .does(
                        Player.DANA,
                        "plans the maintenance of the chiller",
                        () -> job.driver().create(Player.DANA, PLANS, weekly));
        var ticket = job.story()
                .follows(
                        "ticket-service",
                        "errand",
                        "the plan has made its first ticket",
                        () -> job.driver().awaitFirst(Player.DANA, "/v1/tickets?planId=" + plan));
        job.does(
                Player.DANA,
                "ends the plan",
                PLANS + "/" + plan + "/end",
                JobForms.reason("Clientul renunță la mentenanță"));
        job.story()
                .follows(
                        "ticket-service",
                        "command",
                        "what nobody has begun is called off",
                        () -> job.driver().awaitState(Player.DANA, "/v1/tickets/" + ticket, "CANCELLED"));
    }
}
