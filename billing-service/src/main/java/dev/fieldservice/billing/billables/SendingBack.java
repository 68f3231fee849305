package dev.fieldservice.billing.billables;

import dev.fieldservice.billing.billables.BillingCaseLifecycle.Command;
import dev.fieldservice.billing.events.BillingEvent;
import dev.fieldservice.billing.returns.SendJobBack;
import dev.fieldservice.billing.returns.SentBack;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.problems.Refusal;

/** Sending a closed job back to those who did it. It is with them until it is closed again, and what is drafted of it waits. */
final class SendingBack {

    private SendingBack() {}

    static void send(BillingCase job, SendJobBack what, By by) {
        job.moveTo(Command.SEND_BACK, by, what.shortcoming() + ": " + what.reason());
        requireHere(job);
        job.returns++;
        job.sentBack = SentBack.of(job.returns, what, by);
        job.tell(returned(job));
    }

    /** Whether that comes in time, the job says when it is closed again. */
    static void withdraw(BillingCase job, String why, By by) {
        job.moveTo(Command.WITHDRAW_SEND_BACK, by, why);
        if (job.sentBack == null) {
            throw new Refusal.Conflict("not-sent-back", "It is not with those who did the job.").refused();
        }
        if (job.sentBack.wasWithdrawn()) {
            throw new Refusal.Conflict(
                            "withdrawn-already",
                            "That was taken back before. It is billed when the job is closed again.")
                    .refused();
        }
        job.sentBack = job.sentBack.withdrawn(by);
        job.tell(returned(job));
    }

    /** Refused with 409 while it is with those who did the job. */
    static void requireHere(BillingCase job) {
        if (job.sentBack != null) {
            throw new Refusal.Conflict(
                            "job-sent-back", "It was sent back to be put right. It is billed when it is closed again.")
                    .refused();
        }
    }

    /** True if the job is here again by this report: what differs in it was asked for. */
    static boolean isAnsweredBy(BillingCase job, ClosedJob closed, By by) {
        boolean isAnswered = job.sentBack != null && closed.answers(job.sentBack.number());
        if (isAnswered) {
            job.sentBack = null;
            job.moveTo(Command.COME_BACK, by, "closure " + closed.closureNumber());
        }
        return isAnswered;
    }

    private static BillingEvent returned(BillingCase job) {
        SentBack sent = job.sentBack;
        return new BillingEvent.JobReturned(
                job.id(),
                job.ticketId,
                sent.number(),
                sent.shortcoming().name(),
                sent.reason(),
                sent.by(),
                sent.name(),
                sent.at(),
                sent.withdrawnAt());
    }
}
