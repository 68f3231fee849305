package dev.fieldservice.systemtests.faults.workload;

/** A supermarket calls; a service order appears by itself. */
final class TheCall implements Step {

    @Override
    public void play(Job job) {
        OpenOrder opened = OpenOrder.call(job.phone, job::insist);
        job.ticket = opened.ticket();
        job.order = opened.order();
    }
}
