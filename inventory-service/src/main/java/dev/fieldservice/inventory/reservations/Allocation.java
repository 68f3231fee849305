package dev.fieldservice.inventory.reservations;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who gets what there is of one part: who was planned first is served first, out of the van that goes there, then out of what is on its
 * way to it, then out of the warehouses. What lies in somebody else's van is nobody else's. No more is given than is there, and no more
 * than is needed.
 */
final class Allocation {

    /**
     * What an order needs yet.
     *
     * @param van in which it is to be; null if who goes has none
     */
    record Need(UUID orderId, UUID van, String unit, BigDecimal open) {}

    /** What is at a place. @param van that alone is served by it; null if everybody is, as by a warehouse */
    record Stock(UUID locationId, UUID van, String unit, BigDecimal onHand) {}

    /** For whom, and where. */
    record Spot(UUID orderId, UUID locationId) {}

    private final Map<Stock, BigDecimal> left = new HashMap<>();
    private final Map<Spot, BigDecimal> given = new LinkedHashMap<>();

    private Allocation() {}

    /**
     * @param needs in the order in which they are served
     * @param stocks in the order in which they are asked
     */
    static Map<Spot, BigDecimal> of(List<Need> needs, List<Stock> stocks) {
        Allocation allocation = new Allocation();
        stocks.forEach(stock -> allocation.left.put(stock, stock.onHand()));
        needs.forEach(need -> allocation.serve(need, stocks));
        return allocation.given;
    }

    private void serve(Need need, List<Stock> stocks) {
        List<Stock> asked = new ArrayList<>();
        stocks.stream()
                .filter(stock -> stock.van() != null && stock.van().equals(need.van()))
                .forEach(asked::add);
        stocks.stream().filter(stock -> stock.van() == null).forEach(asked::add);
        BigDecimal open = need.open();
        for (Stock stock : asked) {
            if (stock.unit().equals(need.unit())) {
                BigDecimal taken = open.min(left.get(stock));
                open = open.subtract(take(need, stock, taken));
            }
        }
    }

    private BigDecimal take(Need need, Stock stock, BigDecimal taken) {
        if (taken.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        left.merge(stock, taken.negate(), BigDecimal::add);
        given.merge(new Spot(need.orderId(), stock.locationId()), taken, BigDecimal::add);
        return taken;
    }
}
