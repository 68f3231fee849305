package dev.fieldservice.systemtests.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.systemtests.openapi.BodyIds;
import dev.fieldservice.systemtests.openapi.Operation;
import dev.fieldservice.systemtests.openapi.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bodies in which one id only is wrong: of nothing that exists, or of what is not theirs who send it. */
final class References {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a location is one that holds stock. */
    private static final String OF_STOCK =
            "/v1/(pieces|containers|stock-receipts|stock-limits|stock-counts|purchase-orders|purchase-proposals)(/.*)?";

    private final World world;
    private final Customer stranger;

    References(World world) {
        this.world = world;
        this.stranger = world.stranger();
    }

    /** A body that is good but for the id there. */
    String body(Operation operation, String at, String id) {
        ObjectNode body =
                operation.body().map(Sample::of).map(ObjectNode.class::cast).orElseThrow();
        if (body.has("window")) {
            plan(body, at);
        }
        if (operation.path().equals("/v1/calls")) {
            body.remove(List.of("customer", "contact", "location", "asset")); // what is named is not entered
        }
        if (at.equals("contactId")) {
            body.remove("to"); // either is named
        }
        BodyIds.of(operation)
                .filter(each -> isWanted(body, each))
                .forEach(each -> BodyIds.put(body, each, own(operation, each)));
        BodyIds.put(body, at, id);
        return body.toString();
    }

    /** Technicians are named, or a crew, for a time that can be planned. */
    private static void plan(ObjectNode body, String at) {
        var start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(410, ChronoUnit.DAYS);
        body.set("window", window(start));
        body.remove(at.equals("crewId") ? "technicianIds" : "crewId");
        if (!at.equals("leadId")) {
            body.remove("leadId");
        }
    }

    private static JsonNode window(Instant start) {
        return JSON.createObjectNode()
                .put("start", start.toString())
                .put("end", start.plus(1, ChronoUnit.HOURS).toString());
    }

    private static boolean isWanted(ObjectNode body, String at) {
        return body.has(at.split("[.\\[]")[0]);
    }

    private String own(Operation operation, String at) {
        var tudors = world.tudors();
        return switch (at) {
            case "customerId", "location.customerId" -> tudors.get("customers");
            case "contactId" -> tudors.get("contacts");
            case "assetId", "assetIds[]", "wholeId" -> tudors.get("assets");
            case "contractId" -> tudors.get("contracts");
            case "locationIds[]" -> tudors.get("service-locations");
            case "locationId" ->
                tudors.get(operation.path().matches(OF_STOCK) ? "stock-locations" : "service-locations");
            case "allocations[].receivableId", "debitId" -> tudors.get("receivables");
            case "creditId" -> tudors.get("payments");
            case "followUpOf", "ticketId" -> tudors.get("tickets");
            case "partId",
                    "removedPartId",
                    "plannedParts[].partId",
                    "partsNeeded[].partId",
                    "lines[].partId",
                    "withoutPartIds[]",
                    "supersededById",
                    "substituteIds[]",
                    "partIds[]" -> tudors.get("parts");
            case "categoryId", "parentId" -> tudors.get("part-categories");
            case "supplierId", "containers[].supplierId" -> tudors.get("suppliers");
            case "purchaseOrderId" -> tudors.get("purchase-orders");
            case "lines[].pieceId" -> tudors.get("pieces");
            case "lines[].receiptId" -> tudors.get("stock-receipts");
            case "supplierReturnId" -> tudors.get("supplier-returns");
            case "lines[].lineId" -> tudors.get("purchaseLineId");
            case "fromLocationId" -> tudors.get("stockLocationId");
            case "toLocationId" -> tudors.get("stock-locations");
            case "stockLocationId", "crewId" -> tudors.get(at);
            case "appointmentId" -> world.crews().get("appointments");
            case "photoId" -> world.crews().get("photoId");
            case "workTypeId" -> tudors.get("work-types");
            case "territoryIds[]", "territoryId" -> tudors.get("territories");
            case "reviewerId", "deputyId", "people[].personId" -> Player.SORIN.id();
            case "ownerId" -> Player.ANA.id();
            case "lineIds[]", "lines[].invoiceLineId" -> tudors.get("lineId");
            case "userId" -> operation.creates() ? UUID.randomUUID().toString() : Player.TUDOR.id();
            case "technicianIds[]", "memberIds[]", "leadId", "technicianId" -> Player.TUDOR.id();
            default -> throw new IllegalStateException("nobody knows a good id for " + operation + " " + at);
        };
    }

    /** Of something that there is and that must not count here; empty where all that there is does. */
    Optional<String> foreign(Operation operation, String at, Who who) {
        return Optional.ofNullable(
                switch (at) {
                    case "contactId" -> stranger.contact();
                    case "assetId" -> operation.path().equals("/v1/warranties") ? null : stranger.asset();
                    case "assetIds[]", "wholeId" -> stranger.asset();
                    case "locationIds[]" -> stranger.location();
                    case "locationId" -> operation.path().matches(OF_STOCK) ? null : stranger.location();
                    case "customerId" -> operation.method().equals("PUT") ? stranger.id() : null;
                    case "stockLocationId" -> who == Who.CREW ? world.tudors().get("stock-locations") : null;
                    case "appointmentId" -> world.tudors().get("appointments");
                    case "photoId" -> world.tudors().get("photoId");
                    case "fromLocationId", "toLocationId" ->
                        who == Who.CREW || who == Who.OTHER ? world.tudors().get("stock-locations") : null;
                    case "leadId" -> Player.TEODORA.id();
                    case "technicianId" -> Player.SORIN.id();
                    case "userId" -> Player.TEODORA.id();
                    default -> null;
                });
    }
}
