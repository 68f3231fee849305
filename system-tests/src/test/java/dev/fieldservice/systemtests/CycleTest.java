package dev.fieldservice.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.demo.Demo;
import dev.fieldservice.players.story.ToldStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cycle from the phone call to the closed ticket, as the demo plays it, and what must be true afterwards. */
@ExtendWith(RunningStack.class)
class CycleTest {

    private static Api api;
    private static Job job;

    @BeforeAll
    static void theCycleIsPlayed(LocalStack stack) {
        api = new Api(stack.address());
        job = Demo.play(
                api, new ToldStory(System.out), new Mailbox(stack.address().imapPort()));
    }

    @Test
    void thereIsExactlyOneInvoiceAndItAddsUp() {
        JsonNode invoices = api.get(Player.ANA, "/v1/invoices?orderId=" + job.order())
                .body()
                .at("/items");
        assertThat(invoices).hasSize(1);

        JsonNode invoice = api.get(Player.ANA, "/v1/invoices/" + job.invoice()).body();
        // Half of 1 valve 389.90 and of 2.5 kg × 214.55, as their contract says, and the seconds that were worked
        assertThat(sum(lines(invoice).filter(line -> line.at("/kind").asText().equals("PART"))))
                .isEqualByComparingTo("463.14");
        assertThat(lines(invoice))
                .allSatisfy(line -> assertThat(amount(line, "/net/amount"))
                        .isEqualByComparingTo(amount(line, "/quantity")
                                .multiply(amount(line, "/unitPrice/amount"))
                                .divide(amount(line, "/priceBaseQuantity"), 2, RoundingMode.HALF_UP)));
        BigDecimal net = sum(lines(invoice));
        BigDecimal tax = net.multiply(new BigDecimal("0.21")).setScale(2, RoundingMode.HALF_UP);
        assertThat(amount(invoice, "/totals/net/amount")).isEqualByComparingTo(net);
        assertThat(amount(invoice, "/totals/tax/amount")).isEqualByComparingTo(tax);
        assertThat(amount(invoice, "/totals/gross/amount")).isEqualByComparingTo(net.add(tax));
        assertThat(invoice.at("/state").asText()).isEqualTo("ISSUED");
    }

    /** That somebody is on the way is told only as long as it is so: here they are there at once. */
    @Test
    void theCustomerGotOneMailAboutTheRequestAndTheVisitAndTheDelayAndOneWithTheReportAndOneWithTheInvoice(
            LocalStack stack) {
        Mailbox mailbox = new Mailbox(stack.address().imapPort());
        await().until(() -> subjects(mailbox).anyMatch(subject -> subject.startsWith("Factura ")));

        assertThat(subjects(mailbox).filter(subject -> !subject.contains("este pe drum")))
                .satisfiesExactly(
                        request -> assertThat(request).contains("am primit solicitarea dumneavoastră"),
                        visit -> assertThat(visit).contains("vizită planificată"),
                        delay -> assertThat(delay).contains("tehnicianul va întârzia"),
                        report -> assertThat(report).startsWith("Raport de service"),
                        invoice -> assertThat(invoice).startsWith("Factura "));
    }

    private static Stream<String> subjects(Mailbox mailbox) {
        return mailbox.of(job.customer().mail()).stream().map(Mailbox.Mail::subject);
    }

    @Test
    void theInvoiceIsPaidAndWhatTheJobCostIsKnown() {
        JsonNode owed = api.get(Player.ANA, "/v1/receivables/" + job.invoice()).body();
        JsonNode invoice = api.get(Player.ANA, "/v1/invoices/" + job.invoice()).body();
        JsonNode margin = StreamSupport.stream(
                        api.get(
                                        Player.ANA,
                                        "/v1/margins?by=CUSTOMER&limit=200&from=%s&to=%s"
                                                .formatted(
                                                        LocalDate.now(ZoneOffset.UTC)
                                                                .minusDays(1),
                                                        LocalDate.now(ZoneOffset.UTC)
                                                                .plusDays(1)))
                                .body()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(one -> one.at("/key").asText().equals(job.customer().id()))
                .findFirst()
                .orElseThrow();

        assertThat(amount(owed, "/open/amount")).isEqualByComparingTo("0");
        assertThat(amount(margin, "/revenue/amount")).isEqualByComparingTo(amount(invoice, "/totals/net/amount"));
        // 1 valve 212.40 + 2.5 kg × 98.10 = 245.25
        assertThat(amount(margin, "/partsCost/amount")).isEqualByComparingTo("457.65");
        assertThat(margin.at("/usagesWithoutCost").asInt()).isZero();
    }

    @Test
    void theCustomerHasThePdfAndTheXmlInTheMail() {
        assertThat(job.papers().keySet())
                .hasSize(2)
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".xml"));
        assertThat(job.outcome()).hasSize(5);
    }

    @Test
    void theTimelineTellsTheWholeStoryInOrder() {
        JsonNode timeline = api.get(Player.DANA, "/v1/tickets/" + job.ticket() + "/timeline")
                .body();
        List<String> actions = timeline.at("/items").findValuesAsText("action");

        assertThat(actions)
                .containsSubsequence(
                        "CREATE", "START", "COMPLETE", "SEND_BACK", "COMPLETE", "APPROVE", "ISSUE", "CLOSE");
        assertThat(timeline.at("/sources").findValuesAsText("status"))
                .containsOnly("OK")
                .hasSize(5);
    }

    @Test
    void aTechnicianWhoseJobItIsNotSeesNothingOfIt() {
        Answer foreign = api.get(Player.TEODORA, "/v1/work-orders/" + job.order());
        Answer random = api.get(Player.TEODORA, "/v1/work-orders/0190b000-0000-7000-8000-00000000dead");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text("/detail")).isEqualTo(random.text("/detail"));
        assertThat(foreign.text("/code")).isEqualTo(random.text("/code"));
        assertThat(api.get(Player.TUDOR, "/v1/invoices/" + job.invoice()).status())
                .isEqualTo(403);
        assertThat(api.get(Player.TUDOR, "/v1/tickets/" + job.ticket() + "/timeline")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oneTraceLeadsFromTheCallToWhatOtherServicesDoBecauseOfIt(LocalStack stack) {
        String call = line(stack, Service.TICKET, "createTicket /v1/tickets/" + job.ticket() + " ok");
        Matcher trace = Pattern.compile("[0-9a-f]{32}").matcher(call);
        assertThat(trace.find()).isTrue();

        var _ = line(stack, Service.GATEWAY, "path=/v1/tickets status=201 .* traceId=" + trace.group());
        var _ = line(stack, Service.DISPATCH, trace.group() + " \\[events\\] ticket-created\\[\\d]@\\d+ effect");
        var _ = line(stack, Service.TICKET, trace.group() + " \\[events\\] order-created\\[\\d]@\\d+ effect");
    }

    @Test
    void theLogsHoldNoSecretAndNothingOfTheCustomer(LocalStack stack) {
        for (Service service : Service.values()) {
            assertThat(log(stack, service))
                    .as(service.module())
                    .isNotEmpty()
                    .doesNotContainIgnoringCase("bearer ", "authorization", "password=", "\"password\"")
                    .doesNotContain("not a secret, set CURSOR_SECRET")
                    .doesNotContainPattern("eyJ[A-Za-z0-9_-]{8,}\\.")
                    .doesNotContain(job.customer().mail(), "Maria Ionescu", "+40722", "Cotroceni", "RO12345674");
        }
    }

    private static String line(LocalStack stack, Service service, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return log(stack, service)
                .lines()
                .filter(line -> wanted.matcher(line).find())
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.module() + " does not log " + pattern));
    }

    private static String log(LocalStack stack, Service service) {
        try {
            return Files.readString(stack.service(service).log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> lines(JsonNode invoice) {
        return StreamSupport.stream(invoice.at("/lines").spliterator(), false);
    }

    private static BigDecimal sum(Stream<JsonNode> lines) {
        return lines.map(line -> amount(line, "/net/amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode node, String pointer) {
        return new BigDecimal(node.at(pointer).asText());
    }
}
