package dev.fieldservice.systemtests.faults.workload;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.demo.Forms;
import dev.fieldservice.systemtests.faults.workload.Company.Technician;
import dev.fieldservice.systemtests.faults.workload.Play.Slot;
import java.util.List;

/** Somebody gets the job: assigned, claimed, fought over, or taken from somebody else. */
final class Planning implements Step {

    @Override
    public void play(Job job) {
        double dice = job.random.nextDouble();
        if (dice < 0.55) {
            assign(job, job.order, job.technician, job.play.nextSlot(job.technician));
        } else if (dice < 0.75) {
            job.once(job.technician.person(), order(job.order) + "/claim", claim(job.play.nextSlot(job.technician)));
        } else if (dice < 0.83) {
            twoClaim(job);
        } else if (dice < 0.90) {
            twoDispatchersBook(job);
        } else {
            takeFromAnother(job);
        }
        String id = job.technician.person().id();
        job.phone.await(
                job.technician.person(),
                job.workOrder(),
                card -> card.body().at("/technicians").findValuesAsText("id").contains(id));
    }

    static void assign(Job job, String order, Technician to, Slot slot) {
        job.insist(job.company.dispatcher(), order(order) + "/assign", assignment(to, slot));
    }

    /** Of two who claim one order, one gets it. Should it be the other one, the job comes back by way of the dispatcher. */
    private static void twoClaim(Job job) {
        Technician rival = rival(job);
        String claim = order(job.order) + "/claim";
        Answer won = Phone.winner(
                Together.all(List.of(
                        () -> job.phone.tryCommand(
                                job.technician.person(), claim, claim(job.play.nextSlot(job.technician))),
                        () -> job.phone.tryCommand(rival.person(), claim, claim(job.play.nextSlot(rival))))),
                "two claims");
        if (won.body().toString().contains(rival.person().id())) {
            job.play.tookAway(job.order, rival.person());
            assign(job, job.order, job.technician, job.play.nextSlot(job.technician));
        }
    }

    /** Two dispatchers want the technician for two customers at the same time; whom he cannot serve calls it off. */
    private static void twoDispatchersBook(Job job) {
        OpenOrder other = OpenOrder.call(job.phone, job.company);
        Slot slot = job.play.nextSlot(job.technician);
        List<Answer> booked = Together.all(List.of(
                () -> job.phone.tryCommand(
                        job.company.dispatcher(), order(job.order) + "/assign", assignment(job.technician, slot)),
                () -> job.phone.tryCommand(
                        job.company.otherDispatcher(),
                        order(other.order()) + "/assign",
                        assignment(job.technician, slot.overlapping()))));
        var _ = Phone.winner(booked, "two appointments at one time");
        boolean isOther = booked.getLast().isOk();
        job.phone.command(
                job.company.dispatcher(),
                "/v1/tickets/" + (isOther ? job.ticket : other.ticket()) + "/cancel",
                "{\"reason\": \"Clientul nu poate aștepta\"}");
        if (isOther) {
            job.ticket = other.ticket();
            job.order = other.order();
        }
    }

    private static void takeFromAnother(Job job) {
        Technician first = rival(job);
        assign(job, job.order, first, job.play.nextSlot(first));
        if (job.random.nextBoolean()) {
            job.phone.await(
                    first.person(), job.workOrder(), Answer::isOk); // sometimes it was there, sometimes on its way
        }
        job.play.tookAway(job.order, first.person());
        if (job.random.nextBoolean()) {
            job.insist(
                    job.company.dispatcher(),
                    order(job.order) + "/unassign",
                    "{\"reason\": \"Reținut la altă lucrare\"}");
        }
        assign(job, job.order, job.technician, job.play.nextSlot(job.technician));
    }

    private static Technician rival(Job job) {
        List<Technician> others = job.company.technicians().stream()
                .filter(other -> !other.equals(job.technician))
                .toList();
        return others.get(job.random.nextInt(others.size()));
    }

    private static String order(String id) {
        return "/v1/service-orders/" + id;
    }

    private static String claim(Slot slot) {
        return "{\"window\": " + slot.json() + "}";
    }

    private static String assignment(Technician technician, Slot slot) {
        return Forms.assignment(technician.person(), slot.start(), slot.end());
    }
}
