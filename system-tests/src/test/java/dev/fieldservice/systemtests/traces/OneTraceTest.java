package dev.fieldservice.systemtests.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.demo.Demo;
import dev.fieldservice.players.story.ToldStory;
import dev.fieldservice.systemtests.traces.Collector.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client that names one trace in all it sends about a case finds it whole at the collector: from the call to the invoice. It comes
 * last, and leaves services behind that go on exporting.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningStack.class)
class OneTraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CLIENT = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + CLIENT + "-01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Collector collector;
    private static Job job;

    @BeforeAll
    static void aCaseIsPlayedUnderOneTrace(LocalStack stack) throws IOException {
        collector = Collector.open();
        restart(stack);
        Transport plain = new Client();
        Transport traced = call -> plain.send(call.with("traceparent", TRACEPARENT));
        Api api = new Api(
                traced, new SignIn(stack.address(), plain), stack.address().gateway());
        job = Demo.play(
                api, new ToldStory(System.out), new Mailbox(stack.address().imapPort()));
    }

    @AfterAll
    static void nobodyListensAnyMore() {
        collector.close();
    }

    @Test
    void allSixHaveAPartInIt() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(trace().map(Span::service))
                        .contains(Arrays.stream(Service.values())
                                .map(Service::module)
                                .toArray(String[]::new)));
        assertThat(job.invoice()).isNotEmpty();
    }

    /**
     * Each over Kafka: what a service does because of an event is a part of what caused the event. The gateway hands on the client's
     * own span where it names one, and stands beside the service then.
     */
    @Test
    void itLeadsFromWhatEachServiceDoesBackToWhoAskedForIt() {
        leadsBack(Service.DISPATCH, "ticket-created process", "POST /v1/tickets");
        leadsBack(Service.TICKET, "order-created process", "POST /v1/tickets");
        leadsBack(Service.WORKORDER, "order-assigned process", "POST /v1/service-orders/{id}/assign");
        leadsBack(Service.INVENTORY, "parts-consumed process", "POST /v1/work-orders/{id}/parts");
        leadsBack(Service.BILLING, "job-closed process", "POST /v1/work-orders/{id}/approve");
        leadsBack(Service.TICKET, "invoice-issued process", "POST /v1/invoices/{id}/issue");
    }

    private static void leadsBack(Service service, String does, String asked) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                trace().filter(span -> span.service().equals(service.module())
                                                && span.name().equals(does))
                                        .map(OneTraceTest::way))
                        .as(does + " of " + service.module())
                        .anySatisfy(way -> {
                            assertThat(way).extracting(Span::name).contains(asked);
                            assertThat(way.getLast().parent()).isEqualTo(CLIENT);
                        }));
    }

    /** From a span up to the first. */
    private static List<Span> way(Span span) {
        return Stream.iterate(Optional.of(span), Optional::isPresent, one -> collector.parent(one.orElseThrow()))
                .map(Optional::orElseThrow)
                .toList();
    }

    private static Stream<Span> trace() {
        return collector.spans().stream().filter(span -> span.trace().equals(TRACE));
    }

    private static void restart(LocalStack stack) {
        var _ = Together.map(List.of(Service.values()), service -> {
            var process = stack.service(service);
            process.stop();
            process.set("TRACE_RATIO", "1");
            process.set(
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address().toString());
            process.set("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
            process.start();
            return service;
        });
    }
}
