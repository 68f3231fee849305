package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.cycle.Job;
import dev.fieldservice.players.forms.JobForms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Looks, after a cycle, at everything that can be looked at and that the cycle itself does not look at. */
record EveryRead(Client client, Api api, Job job) {

    private static final List<String> LISTS_OF_DISPATCHERS = List.of(
            "/v1/customers",
            "/v1/tickets",
            "/v1/technicians",
            "/v1/crews",
            "/v1/territories",
            "/v1/service-orders",
            "/v1/work-orders");
    private static final List<String> LISTS_OF_STOREKEEPERS = List.of(
            "/v1/parts",
            "/v1/stock-locations",
            "/v1/stock-levels",
            "/v1/stock-movements",
            "/v1/pieces",
            "/v1/containers",
            "/v1/discrepancies");
    private static final List<String> LISTS_OF_ACCOUNTANTS = List.of(
            "/v1/invoices",
            "/v1/billing-cases",
            "/v1/credit-notes",
            "/v1/part-prices",
            "/v1/labour-rates",
            "/v1/tax-rates",
            "/v1/tax-rules",
            "/v1/price-rules",
            "/v1/exchange-rates",
            "/v1/e-invoices",
            "/v1/part-costs",
            "/v1/cost-rates",
            "/v1/journal-exports",
            "/v1/receivables",
            "/v1/payments",
            "/v1/allocations",
            "/v1/bank-statements",
            "/v1/reminders");

    void play() {
        LISTS_OF_DISPATCHERS.forEach(path -> listAndItems(Player.DANA, path));
        LISTS_OF_STOREKEEPERS.forEach(path -> listAndItems(Player.STELA, path));
        LISTS_OF_ACCOUNTANTS.forEach(path -> listAndItems(Player.ANA, path));
        ofTheBooks();
        ofTheCompany();
        ofTheCustomer();
        ofTheJob();
        ofTheTicket();
        ofTheInvoice();
        ofTheCreditNote();
    }

    private void ofTheInvoice() {
        String invoice = "/v1/invoices/" + job.invoice();
        api.await(
                Player.ANA,
                invoice + "/deliveries",
                seen -> seen.text("/items/0/state").equals("HANDED_OVER"));
        api.read(Player.ANA, "/v1/unsent-documents");
        file(Player.ANA, invoice + "/pdf?language=en", "application/pdf");
        file(Player.ANA, invoice + "/xml", "application/xml");
    }

    private void ofTheCreditNote() {
        String invoice = "/v1/invoices/" + job.invoice();
        String note = "/v1/credit-notes/"
                + api.create(Player.ANA, invoice + "/credit-notes", JobForms.reason("Doar o probă"));
        api.post(Player.ANA, note + "/issue", "");
        api.await(
                Player.ANA,
                note + "/deliveries",
                seen -> seen.text("/items/0/state").equals("HANDED_OVER"));
        api.read(Player.ANA, note);
        file(Player.ANA, note + "/pdf?language=en", "application/pdf");
        file(Player.ANA, note + "/xml", "application/xml");
        api.read(Player.ANA, "/v1/billing-backlog");
        api.read(Player.ANA, "/v1/billing-backlog/sums");
        api.read(Player.ANA, "/v1/receivables/sums");
    }

    private void ofTheBooks() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String days = "from=" + today.minusYears(1) + "&to=" + today.plusYears(2);
        for (String list : List.of("missing-costs?", "margins?by=CUSTOMER&", "journal-entries?")) {
            Answer page = api.read(Player.ANA, "/v1/" + list + days + "&limit=1");
            if (page.body().has("nextCursor")) {
                api.read(Player.ANA, "/v1/" + list + days + "&limit=1&cursor=" + page.text("/nextCursor"));
            }
        }
        api.read(Player.ANA, "/v1/journal-totals?" + days);
        file(Player.ANA, "/v1/margins.csv?by=MONTH&" + days, "text/csv");
        file(Player.ANA, "/v1/margins.svg?by=MACHINE&" + days, "image/svg+xml");
        Answer exports = api.read(Player.ANA, "/v1/journal-exports?limit=1");
        if (exports.body().at("/items/0/id").isTextual()) {
            file(Player.ANA, "/v1/journal-exports/" + exports.text("/items/0/id") + "/content", "text/csv");
        }
    }

    private void ofTheCustomer() {
        String customer = api.read(Player.DANA, "/v1/tickets/" + job.ticket()).text("/customerId");
        for (String path : List.of("/v1/contacts", "/v1/service-locations", "/v1/assets")) {
            Answer found = api.read(Player.DANA, path + "?customerId=" + customer);
            api.read(Player.DANA, path + "/" + found.text("/items/0/id"));
        }
        String machine = "/v1/assets/"
                + api.read(Player.DANA, "/v1/assets?customerId=" + customer).text("/items/0/id");
        api.read(Player.DANA, machine + "/history?withParts=true");
        file(Player.DANA, machine + "/service-book?language=en", "application/pdf");
    }

    private void ofTheCompany() {
        api.read(Player.TUDOR, "/v1/company");
        api.read(Player.DANA, "/v1/escalation-plan");
        api.read(Player.TUDOR, "/v1/company/calendar?from=2026-04-01&to=2026-04-30");
        for (String service : List.of("ticket", "dispatch", "workorder", "inventory", "billing")) {
            String texts = "/v1/operations/" + service + "-service/mail-texts";
            Answer all = api.read(Player.ADMIN, texts);
            api.read(Player.ADMIN, "%s/%s/de".formatted(texts, all.text("/items/0/purpose")));
        }
    }

    private void ofTheJob() {
        String workOrder = job.workOrder();
        String appointment =
                "/v1/appointments/" + api.read(Player.TUDOR, workOrder).text("/appointmentId");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String range = "?from=" + now.minus(1, ChronoUnit.DAYS) + "&to=" + now.plus(29, ChronoUnit.DAYS);
        for (String path : List.of(
                workOrder + "/history",
                workOrder + "/signing-content",
                workOrder + "/signature/content",
                appointment,
                "/v1/my-day",
                "/v1/calendar" + range)) {
            api.read(Player.TUDOR, path);
        }
        api.read(Player.DANA, appointment + "/delays");
        Answer photos = api.read(Player.TUDOR, workOrder + "/photos?limit=1");
        String photo = workOrder + "/photos/" + photos.text("/items/0/id");
        api.read(Player.TUDOR, photo);
        file(Player.TUDOR, photo + "/content", "image/jpeg");
        file(Player.TUDOR, photo + "/thumbnail", "image/jpeg");
        file(Player.TUDOR, workOrder + "/signature/image", "image/png");
        Answer reports = api.read(Player.TUDOR, workOrder + "/reports?limit=1");
        String report = workOrder + "/reports/" + reports.text("/items/0/id");
        api.read(Player.TUDOR, report);
        api.read(Player.TUDOR, workOrder + "/report-deliveries");
        file(Player.TUDOR, report + "/content", "application/pdf");
        file(Player.TUDOR, workOrder + "/report?language=de", "application/pdf");
        file(Player.TUDOR, "/v1/calendar.ics" + range, "text/calendar");
    }

    private void ofTheTicket() {
        String attachments = "/v1/tickets/" + job.ticket() + "/attachments";
        String attachment = attachments + "/"
                + api.read(Player.DANA, attachments + "?limit=1").text("/items/0/id");
        api.read(Player.DANA, attachment);
        file(Player.DANA, attachment + "/content", "image/jpeg");
        Answer linked = api.read(Player.TUDOR, job.workOrder() + "/attachments");
        file(Player.TUDOR, linked.text("/items/0/href"), "image/jpeg");
    }

    private void listAndItems(Player player, String path) {
        Answer list = api.read(player, path + "?limit=2");
        if (list.body().at("/items/0/id").isTextual() && !path.endsWith("-movements")) {
            api.read(player, path + "/" + list.text("/items/0/id"));
        }
        if (list.body().has("nextCursor")) {
            api.read(player, path + "?limit=2&cursor=" + list.text("/nextCursor"));
        }
    }

    private void file(Player reader, String path, String type) {
        Answer answer = client.send(api.call("GET", reader, path).with("Accept", type));
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith(type);
    }
}
