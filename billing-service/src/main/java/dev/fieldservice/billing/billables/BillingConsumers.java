package dev.fieldservice.billing.billables;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What was done and used on a job. The two topics come in any order; each event asks whether all is known now. */
@ApplicationScoped
public class BillingConsumers {

    private final Inbox inbox;
    private final BillingCases cases;

    public BillingConsumers(Inbox inbox, BillingCases cases) {
        this.inbox = inbox;
        this.cases = cases;
    }

    @Incoming(Topics.PARTS_CONSUMED)
    Uni<Void> partsConsumed(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                PartsConsumed.class,
                (tx, event) -> cases.open(tx, event.orderId(), event.ticketId())
                        .invoke(billing -> billing.partsConsumed(event, tx.by()))
                        .chain(billing -> cases.billIfDue(tx, billing)));
    }

    @Incoming(Topics.JOB_CLOSED)
    Uni<Void> jobClosed(Message<ConsumerRecords<String, byte[]>> batch) {
        return inbox.each(
                batch,
                ClosedJob.class,
                (tx, event) -> cases.open(tx, event.orderId(), event.ticketId())
                        .invoke(billing -> billing.jobClosed(event, tx.by()))
                        .chain(billing -> cases.billIfDue(tx, billing)));
    }
}
