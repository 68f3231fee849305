package dev.fieldservice.contracts;

import static dev.fieldservice.contracts.Json.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {
    private static final int V1 = 1;

    /** Stated here once more, so that nothing stops being required, or starts to be, without somebody deciding it. */
    private static final Pattern OPTIONAL = Pattern.compile(".*/(asset|instructions|approver|billingNotes|signature"
            + "|email|phone|taxId|billingAddress|region|postalCode|accessNotes|serialNumber|manufacturer|model|role"
            + "|installedSerial|removedSerial|contentHash|signerName|accuracyMetres|location/position)"
            + "|visit-progressed/(position|assignmentVersion)|job-completed/progressVersion|ticket-created/work|ticket-changed/(reason|attachments(/[0-9]+/caption)?)|(order-assigned|job-closed)/ticketVersion|stock-location-registered/technicianId"
            + "|part-registered/(gtin|supersededById|substituteIds|otherUnits)"
            + "|job-closed/(workTypeId|labour/[0-9]+/(technicianName|visitId|kilometres)|usages/[0-9]+/occurredAt)"
            + "|order-assigned/workTypeId|work-type-defined/checklist/[0-9]+/(unit|least|most|outOfLimits|choices)"
            + "|coverage-decided/(contractId|contractNumber|contractName|lines/[0-9]+/(agreementId|clause))"
            + "|customer-changed/mergedInto|contact-changed/contact/language|order-hold-changed/holdReason|parts-consumed/containerNumber"
            + "|company-changed/seller(/(vatId|registrationNumber|legalInformation|iban|bank))?");

    static List<String> topics() {
        return Topics.ALL;
    }

    /** Every property of every sample, at any depth, so that the schemas are tested wherever the samples reach. */
    static Stream<Arguments> properties() {
        return Topics.ALL.stream()
                .flatMap(topic -> pointers(sample(topic), JsonPointer.empty()).stream()
                        .map(pointer -> Arguments.of(topic, pointer)));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSampleFollowsTheSchema(String topic) {
        assertThat(violations(topic, sample(topic))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theSchemaIsPublishedUnderItsAddressAndNamesTheKey(String topic) {
        JsonNode schema = tree(ContractSchemas.schema(topic, V1));

        assertThat(schema.path("$id").asText()).isEqualTo(ContractSchemas.address(topic, V1));
        assertThat(schema.path("description").asText()).containsPattern("Key of the record: [a-zA-Z]+Id\\.$");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void whatIsRequiredCannotBeLeftOutAndTheRestCan(String topic, JsonPointer property) {
        JsonNode event = sample(topic);
        ObjectNode owner = (ObjectNode) event.at(property.head());
        String name = property.last().getMatchingProperty();
        JsonNode removed = owner.remove(name);
        assertThat(removed).isNotNull();

        boolean refused = violations(topic, event).stream()
                .anyMatch(violation -> violation.getType().equals("required") && name.equals(violation.getProperty()));

        assertThat(refused).isNotEqualTo(OPTIONAL.matcher(topic + property).matches());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void noPropertyMayBeNull(String topic, JsonPointer property) {
        JsonNode event = sample(topic);
        ObjectNode owner = (ObjectNode) event.at(property.head());
        ObjectNode changed = owner.putNull(property.last().getMatchingProperty());

        assertThat(violations(topic, event)).as("%s", changed).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aPropertyAddedLaterTroublesNobody(String topic) {
        ObjectNode event = sample(topic).put("addedLater", true);

        assertThat(violations(topic, event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parts-consumed    | /quantity/amount        | 0.000",
                "parts-consumed    | /quantity/amount        | 1000000.001",
                "parts-consumed    | /quantity/amount        | -1",
                "parts-consumed    | /quantity/unit          | kg",
                "invoice-issued    | /total/amount           | 12.505",
                "invoice-issued    | /total/currency         | lei",
                "ticket-created    | /ticketId               | 42",
                "ticket-created    | /channel                | FAX",
                "ticket-created    | /createdAt              | 2026-03-02T09:12:00+02:00",
                "ticket-created    | /customer/email         | contabilitate",
                "ticket-created    | /location/address/countryCode | Romania",
                "work-type-defined | /expectedMinutes        | 0",
                "work-type-defined | /checklist/0/code       | Presiune",
                "work-type-defined | /checklist/0/kind       | PRESSURE",
                "work-type-defined | /checklist/0/most       | 40,5",
                "work-type-defined | /evidence/0/kind        | VIDEO",
                "part-registered   | /gtin                   | 5941234567899",
                "part-registered   | /otherUnits/0/numerator | 0",
                "part-usage-costed | /unitCost/amount        | -0.01",
                "part-usage-costed | /unitCost/amount        | 1.00001",
                "part-usage-costed | /unitCost/currency      | lei",
                "customer-changed  | /customerVersion        | two",
                "customer-changed  | /mergedInto             | 42",
                "contact-changed   | /contactVersion         | two",
                "contact-changed   | /customerId             | 42",
                "company-changed   | /currency               | lei",
                "company-changed   | /seller/iban            | RO49",
                "company-changed   | /specialDays/0/date     | 12.04.2026",
                "company-changed   | /specialDays/0/publicHoliday | yes",
                "company-changed   | /workingHours/0/day     | LUNI",
                "company-changed   | /workingHours/0/hours/0/from | 8:00",
                "company-changed   | /workingHours/0/hours/0/to   | 24:30"
            })
    void valuesOutOfBoundsAreRefused(String topic, String pointer, String value) {
        JsonPointer property = JsonPointer.compile(pointer);
        ObjectNode event = sample(topic);
        JsonNode owner =
                ((ObjectNode) event.at(property.head())).put(property.last().getMatchingProperty(), value);

        assertThat(violations(topic, event)).as("%s", owner).isNotEmpty();
    }

    @Test
    void aTeamHasExactlyOneLead() {
        ObjectNode event = sample(Topics.ORDER_ASSIGNED);
        ArrayNode technicians = (ArrayNode) event.get("technicians");
        ObjectNode second = ((ObjectNode) technicians.get(0)).deepCopy();

        assertThat(violations(
                        Topics.ORDER_ASSIGNED,
                        event.deepCopy()
                                .set("technicians", technicians.deepCopy().add(second))))
                .isNotEmpty();
        assertThat(violations(
                        Topics.ORDER_ASSIGNED,
                        event.deepCopy()
                                .set("technicians", technicians.deepCopy().add(second.put("lead", false)))))
                .isEmpty();
    }

    @Test
    void controlCharactersAreRefusedByTheSamePatternsInSchemasAndInJava() {
        JsonNode shared = tree(ContractSchemas.schema("common", V1)).path("$defs");

        assertThat(shared.at("/name/pattern").asText()).isEqualTo(Text.LINE);
        assertThat(shared.at("/instructions/pattern").asText()).isEqualTo(Text.LINES);
        assertThat(shared.at("/unit/pattern").asText()).isEqualTo(Quantity.UNIT);
    }

    @Test
    void theSamplesTellOneRepairFromTheCallToTheInvoice() {
        String ticket = sample(Topics.TICKET_CREATED).path("ticketId").asText();
        String order = sample(Topics.ORDER_CREATED).path("orderId").asText();
        JsonNode closed = sample(Topics.JOB_CLOSED);
        JsonNode consumed = sample(Topics.PARTS_CONSUMED);
        JsonNode invoiced = sample(Topics.INVOICE_ISSUED);

        assertThat(List.of(
                        Topics.ORDER_CREATED,
                        Topics.ORDER_UNASSIGNED,
                        Topics.ORDER_ASSIGNED,
                        Topics.VISIT_PROGRESSED,
                        Topics.PARTS_CONSUMED,
                        Topics.JOB_COMPLETED,
                        Topics.JOB_CLOSED))
                .allSatisfy(topic -> {
                    assertThat(sample(topic).path("ticketId").asText()).isEqualTo(ticket);
                    assertThat(sample(topic).path("orderId").asText()).isEqualTo(order);
                });
        assertThat(closed.path("usages").findValuesAsText("usageId"))
                .contains(consumed.path("usageId").asText());
        assertThat(consumed.path("partId"))
                .isEqualTo(sample(Topics.PART_REGISTERED).path("partId"));
        assertThat(consumed.path("stockLocationId"))
                .isEqualTo(sample(Topics.STOCK_LOCATION_REGISTERED).path("locationId"));
        assertThat(invoiced.path("orderIds")).isEqualTo(tree("[\"" + order + "\"]"));
        assertThat(invoiced.path("ticketIds")).isEqualTo(tree("[\"" + ticket + "\"]"));
    }

    private static Set<ValidationMessage> violations(String topic, JsonNode event) {
        return Json.violations(ContractSchemas.schema(topic, V1), event);
    }

    private static ObjectNode sample(String topic) {
        return (ObjectNode) tree(ContractSchemas.sample(topic, V1));
    }

    private static List<JsonPointer> pointers(JsonNode node, JsonPointer at) {
        List<JsonPointer> found = new ArrayList<>();
        node.properties().forEach(property -> {
            JsonPointer pointer = at.appendProperty(property.getKey());
            found.add(pointer);
            found.addAll(pointers(property.getValue(), pointer));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(pointers(node.get(i), at.appendIndex(i)));
        }
        return found;
    }
}
