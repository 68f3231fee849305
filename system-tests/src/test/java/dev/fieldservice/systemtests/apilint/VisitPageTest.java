package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.cycle.OpenOrder;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.forms.JobForms;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.Story;
import dev.fieldservice.players.story.ToldStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a visit, from the mail, as a browser shows it: pictures of it are left in {@code target/visit-page}. */
@ExtendWith({NeedsTools.class, NeedsBrowser.class, RunningStack.class})
class VisitPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PICTURES = Path.of("target", "visit-page").toAbsolutePath();

    @Test
    void aCustomerOpensTheirVisitAndConfirmsIt(LocalStack stack) throws IOException {
        Files.createDirectories(PICTURES);
        Api api = new Api(stack.address());
        var _ = DemoCompany.open(api, new ToldStory(System.out));
        Customer customer = Customer.registered(api);
        OpenOrder opened = OpenOrder.call(api, Story.UNTOLD, customer);
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(400));
        String appointment = api.post(
                        Player.DANA,
                        "/v1/service-orders/" + opened.order() + "/assign",
                        JobForms.assignment(Player.TEODORA, new Slot(start, start.plus(1, ChronoUnit.HOURS))))
                .text("/appointment/id");

        Command.Result result = Tools.node(
                        "visit-page.mjs",
                        link(stack, customer),
                        NeedsBrowser.browser().orElseThrow().toString(),
                        PICTURES.toString())
                .run(PATIENCE);

        assertThat(result.succeeded()).as(result.output()).isTrue();
        JsonNode seen = JSON.readTree(result.lastLines(1));
        assertThat(seen.at("/errors")).isEmpty();
        assertThat(seen.at("/before").asText()).contains("Vizita este planificată", "Magazin Cotroceni", "Confirm ora");
        assertThat(seen.at("/after").asText()).contains("ați confirmat vizita");
        assertThat(seen.at("/buttons").asInt()).isZero();
        assertThat(api.read(Player.DANA, "/v1/appointments/" + appointment)
                        .body()
                        .has("confirmedAt"))
                .isTrue();
    }

    private static String link(LocalStack stack, Customer customer) {
        String page = "/v1/visit-confirmation?code=";
        return new Mailbox(stack.address().imapPort())
                .await(customer.mail(), mail -> mail.text().contains(page))
                .text()
                .lines()
                .filter(line -> line.contains(page))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }
}
