package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.OfficeForms;
import dev.fieldservice.players.forms.Slot;
import java.util.List;

/** Somebody gets the job: assigned, claimed, fought over, or taken from somebody else. */
final class Planning implements Step {

    @Override
    public void play(Job job) {
        job.story().chapter("Dispatch plans");
        if (job.isWatched()) {
            look(job);
        }
        switch (job.way()) {
            case ASSIGNED -> assign(job, job.technician());
            // Whoever claims again what they have is answered with it
            case CLAIMED ->
                job.does(
                        job.technician().person(),
                        "claims the order",
                        claim(job),
                        JobForms.claim(job.nextSlot(job.technician())));
            case CLAIMED_BY_TWO -> claimedByTwo(job);
            case BOOKED_TWICE -> bookedTwice(job);
            case TAKEN_FROM_ANOTHER -> takenFromAnother(job);
        }
        if (job.takes(Turn.HAS_A_SECOND_VISIT)) {
            job.does(
                    Player.DANA,
                    "plans a second visit",
                    job.serviceOrder() + "/plan-visit",
                    JobForms.assignment(job.technician().person(), job.nextSlot(job.technician())));
        }
    }

    static void assign(Job job, Technician to) {
        var slot = job.nextSlot(to);
        job.does(
                Player.DANA,
                "assigns %s, %s until %s".formatted(to.firstName(), slot.start(), slot.end()),
                job.serviceOrder() + "/assign",
                job.crew()
                        .map(crew -> JobForms.assignment(crew, slot))
                        .orElseGet(() -> JobForms.assignment(to.person(), slot)));
    }

    private static void look(Job job) {
        var open = "/v1/service-orders?state=UNSCHEDULED&limit=200";
        var near = job.looks(
                Player.TEODORA,
                "looks for open orders within 10 km of where she is",
                open + "&near=44.43,26.05&radiusMetres=10000");
        job.story().holds(contains(near, job.order()), "the order is among the open ones near her");
        var area = job.looks(
                Player.DANA,
                "looks for the open orders of " + OfficeForms.AREA,
                open + "&territoryId=" + job.company().territory());
        job.story().holds(contains(area, job.order()), "the order lies in the territory");
    }

    private static boolean contains(Answer list, String id) {
        return list.body().at("/items").findValuesAsText("id").contains(id);
    }

    /** Of two who claim one order, one gets it. Should it be the other one, the job comes back by way of the dispatcher. */
    private static void claimedByTwo(Job job) {
        var rival = rival(job);
        var replies = Together.map(
                List.of(job.technician(), rival),
                one -> job.driver().tryPost(one.person(), claim(job), JobForms.claim(job.nextSlot(one))));
        if (Together.winner(replies, "two claims") > 0) {
            job.tookAway(rival);
            assign(job, job.technician());
        }
    }

    /** Two dispatchers want the technician for two customers at the same time; whom he cannot serve calls it off. */
    private static void bookedTwice(Job job) {
        var others = Customer.registered(job.driver());
        var other = OpenOrder.call(job.driver(), job.story(), others);
        var slot = job.nextSlot(job.technician());
        var dispatchers = job.company().dispatchers();
        List<Answer> replies = Together.all(List.of(
                () -> book(job, dispatchers.getFirst(), job.order(), slot),
                () -> book(job, dispatchers.getLast(), other.order(), slot.overlapping())));
        var isOther = Together.winner(replies, "two appointments at one time") > 0;
        job.does(
                Player.DANA,
                "cancels what cannot be served",
                "/v1/tickets/" + (isOther ? job.ticket() : other.ticket()) + "/cancel",
                JobForms.reason("Clientul nu poate aștepta"));
        if (isOther) {
            job.opened(others, other);
        }
    }

    private static Answer book(Job job, Player dispatcher, String order, Slot slot) {
        return job.driver()
                .tryPost(
                        dispatcher,
                        "/v1/service-orders/" + order + "/assign",
                        JobForms.assignment(job.technician().person(), slot));
    }

    private static void takenFromAnother(Job job) {
        var first = rival(job);
        assign(job, first);
        if (job.takes(Turn.HAD_ARRIVED)) {
            job.driver().await(first.person(), job.workOrder(), Answer::isOk);
        }
        job.tookAway(first);
        if (job.takes(Turn.IS_UNASSIGNED_FIRST)) {
            job.does(
                    Player.DANA,
                    "takes it away again",
                    job.serviceOrder() + "/unassign",
                    JobForms.reason("Reținut la altă lucrare"));
        }
        assign(job, job.technician());
    }

    private static Technician rival(Job job) {
        var others = job.company().technicians().stream()
                .filter(other -> !other.equals(job.technician()))
                .toList();
        return others.get(job.between(0, 0, others.size() - 1));
    }

    private static String claim(Job job) {
        return job.serviceOrder() + "/claim";
    }
}
