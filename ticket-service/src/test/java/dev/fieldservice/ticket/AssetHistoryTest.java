package dev.fieldservice.ticket;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.as;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static dev.fieldservice.platform.testing.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a chiller, in the order of time, whatever was heard first. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AssetHistoryTest {

    private Supermarket supermarket;
    private String machine;

    @BeforeEach
    void aChillerIsKnown() {
        supermarket = Supermarket.register();
        machine = "/v1/assets/" + supermarket.assetId();
    }

    @Test
    void everythingThatHappenedToAMachineIsInOneRead() {
        String ticket = open();
        Work work = Work.of(ticket);
        work.isOrdered();
        work.isClosedOn(supermarket.assetId(), 1);
        reads("2026-05-01T08:00:00Z");
        warranted();
        String contract = Agreed.active(Agreed.contract(supermarket, Map.of()));
        Agreed.drafted(Agreed.contract(supermarket, Map.of()));
        post(Person.DANA, machine + "/retire", Map.of("reason", "Casat")).then().statusCode(200);

        eventually(() -> life("").body(
                        "items.kind",
                        contains("WARRANTY", "CONTRACT", "JOB", "METER_READING", "ASSET", "TICKET", "ASSET")));
        life("").body("items[0].words", equalTo("Garanție de fabricație"))
                .body("items[0].at", equalTo("2025-05-31T21:00:00Z"))
                .body("items[0].validThrough", equalTo("2027-05-31"))
                .body("items[1].id", equalTo(contract.substring(contract.lastIndexOf('/') + 1)))
                .body("items[1].state", equalTo("ACTIVE"))
                .body("items[2].number", equalTo("SO-2026-000042"))
                .body("items[2].state", equalTo("COMPLETE"))
                .body("items[2].ticketId", equalTo(ticket))
                .body("items[2].parts.partNumber", contains("R-449A", "FD-163"))
                .body("items[2].parts[0].quantity.amount", equalTo("3.500"))
                .body("items[2].parts[1].installedSerial", equalTo("FD163-25-10877"))
                .body("items[2].parts[1].removedSerial", equalTo("FD163-21-00412"))
                .body("items[3].reading", equalTo("5212.500"))
                .body("items[3].unit", equalTo("h"))
                .body("items[4].state", equalTo("REGISTERED"))
                .body("items[4].by", equalTo("Dana Marin"))
                .body("items[5].words", equalTo("Chillerul de lactate pierde agent frigorific"))
                .body("items[6].state", equalTo("RETIRE"))
                .body("items[6].words", equalTo("Casat"));
    }

    @Test
    void aJobThatIsClosedAgainCountsAsItWasClosedTheLastTime() {
        Work work = Work.of(open());
        work.isClosedOn(supermarket.assetId(), 1);
        eventually(() -> life("?kind=JOB").body("items[0].parts", hasSize(2)));

        work.isClosedWithoutParts(supermarket.assetId(), 2);
        eventually(() -> life("?kind=JOB").body("items[0].parts", hasSize(0)));

        work.isClosedOn(supermarket.assetId(), 1);
        Work next = Work.of(open());
        next.isClosedOn(supermarket.assetId(), 1);
        eventually(() -> life("?kind=JOB").body("items", hasSize(2)));
        assertThat((List<?>) job(work).get("parts")).isEmpty();
    }

    @Test
    void aJobOfAnotherMachineIsNotOfThisOne() {
        Supermarket other = Supermarket.register();
        Work work = Work.of(open());
        work.isClosedOn(other.assetId(), 1);

        eventually(() ->
                life(other, "?kind=JOB").body("items.id", contains(work.order().toString())));
        life("?kind=JOB").body("items", hasSize(0));
    }

    @Test
    void aJobThatWasClosedBeforePartsWereKeptIsThereWithoutThem() throws SQLException {
        Work work = Work.of(open());
        work.isOrdered();
        work.isClosedOn(supermarket.assetId(), 1);
        eventually(() -> life("?kind=JOB").body("items", hasSize(1)));
        try (Meanwhile before = Meanwhile.begin()) {
            before.forgetsJob(work.order());
        }

        life("?kind=JOB")
                .body("items.id", contains(work.order().toString()))
                .body("items[0].at", equalTo("2026-03-02T12:20:00Z"))
                .body("items[0].parts", nullValue());
    }

    @Test
    void aLifeIsReadPageByPageAndByTime() {
        reads("2026-04-01T08:00:00Z");
        reads("2026-05-01T08:00:00Z");
        reads("2026-06-01T08:00:00Z");
        var _ = open();

        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            Response page = get(Person.SORIN, machine + "/history?limit=2" + cursor);
            pages.addAll(page.path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        } while (cursor != null);

        assertThat(pages)
                .doesNotHaveDuplicates()
                .hasSize(5)
                .isEqualTo(life("").extract().path("items.id"));
        life("?from=2026-05-01T08:00:00Z&to=2026-06-01T08:00:00Z").body("items.at", contains("2026-05-01T08:00:00Z"));
        get(Person.SORIN, machine + "/history?from=2026-05-01T08:00:00Z&to=2026-05-01T08:00:00Z")
                .then()
                .statusCode(400)
                .body("errors.code", contains("before-from"));
    }

    /** Each is one that a phone has repeated for hours. */
    @Test
    void aPageEndsWhereItsJobsHaveUsedThousandsOfPartsAndNoBookIsPrintedOfThem() throws SQLException {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Work work = Work.of(open());
            work.isClosedOn(supermarket.assetId(), 1);
            eventually(() -> life("?kind=JOB").body("items", hasSize(jobs.size() + 1)));
            jobs.add(work.order().toString());
            try (Meanwhile before = Meanwhile.begin()) {
                before.usesUp(work.order(), 900);
            }
        }

        Response first = get(Person.SORIN, machine + "/history?kind=JOB");
        assertThat(first.<List<?>>path("items")).hasSize(2);
        Response second = get(Person.SORIN, machine + "/history?kind=JOB&cursor=" + first.path("nextCursor"));
        assertThat(second.<String>path("nextCursor")).isNull();
        assertThat(Stream.of(first, second).flatMap(page -> page.<List<String>>path("items.id").stream()))
                .containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(second.<List<?>>path("items[0].parts")).hasSize(900);
        book(Person.SORIN, supermarket.assetId(), "").then().statusCode(400).body("errors.code", contains("too-long"));
    }

    @Test
    void whereAMachineStoodIsInItsLife() {
        String site = site();
        Response read = get(Person.DANA, machine);
        Map<String, Object> details = new HashMap<>(
                Map.of("customerId", supermarket.customerId(), "locationId", site, "name", "Chiller lactate 1"));
        put(Person.DANA, machine, read.header("ETag"), details).then().statusCode(200);

        life("?kind=ASSET")
                .body("items.state", contains("REGISTERED", "MOVED", "CHANGED"))
                .body("items[1].words", equalTo("Magazin Cotroceni → Magazin Militari"));
    }

    @Test
    void theLivesOfItsPartsAreReadWithIt() {
        String part = post(
                        Person.DANA,
                        "/v1/assets",
                        Map.of(
                                "customerId",
                                supermarket.customerId(),
                                "locationId",
                                supermarket.locationId(),
                                "name",
                                "Compresor 1"))
                .path("id");
        post(Person.DANA, "/v1/assets/" + part + "/install", Map.of("wholeId", supermarket.assetId()))
                .then()
                .statusCode(200);

        life("").body("items.state", contains("REGISTERED", "PART_INSTALLED"));
        life("?withParts=true")
                .body("items.assetId", containsInAnyOrder(supermarket.assetId(), part, supermarket.assetId(), part));
    }

    @Test
    void theServiceBookIsPrintedForWhoeverAsks() throws IOException {
        var _ = open();

        Response printed = book(Person.SORIN, supermarket.assetId(), "?language=de");

        printed.then().statusCode(200).contentType("application/pdf");
        try (PDDocument document = Loader.loadPDF(printed.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Servicebuch", "Chiller lactate 1", "Chillerul de lactate pierde agent frigorific");
        }
        book(Person.SORIN, supermarket.assetId(), "?language=fr").then().statusCode(400);
        book(Person.STELA, supermarket.assetId(), "").then().statusCode(403);
    }

    @Test
    void nobodyKnowsTheLifeOfAMachineThatIsNotThere() {
        get(Person.DANA, "/v1/assets/" + supermarket.customerId() + "/history")
                .then()
                .statusCode(404);
        book(Person.DANA, supermarket.customerId(), "").then().statusCode(404);
    }

    private String open() {
        return post(Person.DANA, "/v1/tickets", supermarket.leakyChiller())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void reads(String at) {
        post(
                        Person.DANA,
                        machine + "/meter-readings",
                        Map.of("unit", "h", "kind", "READING", "reading", "5212.5", "readAt", at))
                .then()
                .statusCode(200);
    }

    private void warranted() {
        post(
                        Person.ANA,
                        "/v1/warranties",
                        Map.of(
                                "assetId",
                                supermarket.assetId(),
                                "name",
                                "Garanție de fabricație",
                                "validFrom",
                                "2025-06-01",
                                "validThrough",
                                "2027-05-31",
                                "covered",
                                List.of(Map.of("clause", "Piese și manoperă", "percent", "100"))))
                .then()
                .statusCode(201);
    }

    private String site() {
        Map<String, Object> known = new HashMap<>(get(Person.DANA, "/v1/service-locations/" + supermarket.locationId())
                .<Map<String, Object>>path(""));
        known.put("name", "Magazin Militari");
        var _ = known.remove("id");
        return post(Person.DANA, "/v1/service-locations", known)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> job(Work work) {
        return get(Person.SORIN, machine + "/history?kind=JOB")
                .path("items.find { it.id == '%s' }".formatted(work.order()));
    }

    private static Response book(Person who, String machine, String query) {
        return as(who).accept(ContentType.ANY).get("/v1/assets/" + machine + "/service-book" + query);
    }

    private ValidatableResponse life(String query) {
        return life(supermarket, query);
    }

    private static ValidatableResponse life(Supermarket of, String query) {
        return get(Person.SORIN, "/v1/assets/" + of.assetId() + "/history" + query)
                .then()
                .statusCode(200);
    }
}
