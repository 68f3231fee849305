package dev.fieldservice.billing;

import static dev.fieldservice.platform.testing.Events.eventually;
import static dev.fieldservice.platform.testing.Http.get;
import static dev.fieldservice.platform.testing.Http.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.platform.testing.Person;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What all hours and kilometres cost in the tests of margins, which play in 2031 and later. */
final class CostList {

    static final String FROM = "2031-01-01";

    private CostList() {}

    static void isSet() {
        PriceList.isSet();
        List<String> known = get(Person.ANA, "/v1/cost-rates?kind=LABOUR").path("items.validFrom");
        if (!known.contains(FROM)) {
            rate("LABOUR", null, "70.00", FROM);
            rate("TRAVEL", null, "40.00", FROM);
            rate("LABOUR", Person.TEODORA, "55.50", FROM);
            rate("KILOMETRES", null, "1.15", FROM);
            rate("KILOMETRES", Person.TEODORA, "0.90", FROM);
        }
    }

    @CanIgnoreReturnValue
    static String rate(String kind, Person whose, String cost, String from) {
        Map<String, Object> rate =
                new HashMap<>(Map.of("kind", kind, unit(kind), PriceList.lei(cost), "validFrom", from));
        if (whose != null) {
            rate.put("technicianId", whose.id());
        }
        return made(post(Person.ANA, "/v1/cost-rates", rate));
    }

    private static String unit(String kind) {
        return kind.equals("KILOMETRES") ? "kilometreCost" : "hourlyCost";
    }

    /** The part is registered. */
    @CanIgnoreReturnValue
    static String cost(UUID part, String cost, String from) {
        Map<String, Object> details = Map.of("partId", part, "unitCost", PriceList.lei(cost), "validFrom", from);
        return made(post(Person.ANA, "/v1/part-costs", details));
    }

    /** Its address. */
    private static String made(Response answer) {
        answer.then().statusCode(201);
        return answer.header("Location");
    }

    static void correct(String cost, String field, String amount) {
        post(Person.ANA, cost + "/correct", Map.of(field, PriceList.lei(amount), "reason", "Factura furnizorului"))
                .then()
                .statusCode(200);
    }

    static void withdraw(String cost) {
        post(Person.ANA, cost + "/withdraw", Map.of("reason", "Introdus din greșeală"))
                .then()
                .statusCode(200);
    }

    /** Closed, with all its usages told. */
    @CanIgnoreReturnValue
    static Job closed(Job job, Job.Used... used) {
        for (Job.Used each : used) {
            job.tell(each);
        }
        job.close();
        eventually(() -> assertThat(job.invoices()).hasSize(1));
        return job;
    }
}
