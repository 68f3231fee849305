package dev.fieldservice.inventory.reservations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.inventory.reservations.Allocation.Need;
import dev.fieldservice.inventory.reservations.Allocation.Spot;
import dev.fieldservice.inventory.reservations.Allocation.Stock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final UUID VAN = new UUID(1, 1);
    private static final UUID OTHER_VAN = new UUID(1, 2);
    private static final UUID SHELF = new UUID(2, 1);
    private static final UUID DEPOT = new UUID(2, 2);
    private static final UUID TRANSIT = new UUID(0, 1);
    private static final UUID FIRST = new UUID(3, 1);
    private static final UUID SECOND = new UUID(3, 2);

    @Test
    void theOwnVanComesFirstThenTheWarehousesAndNobodyElsesVan() {
        assertThat(Allocation.of(
                        List.of(need(FIRST, VAN, "7")),
                        List.of(van(OTHER_VAN, "5"), van(VAN, "2"), shelf(SHELF, "3"), shelf(DEPOT, "9"))))
                .isEqualTo(Map.of(
                        new Spot(FIRST, VAN), new BigDecimal("2"),
                        new Spot(FIRST, SHELF), new BigDecimal("3"),
                        new Spot(FIRST, DEPOT), new BigDecimal("2")));
    }

    @Test
    void whatIsOnItsWayToAVanServesThatVanBeforeTheWarehousesDo() {
        assertThat(Allocation.of(
                        List.of(need(FIRST, VAN, "7"), need(SECOND, null, "9")),
                        List.of(
                                van(VAN, "2"),
                                shelf(SHELF, "3"),
                                new Stock(TRANSIT, OTHER_VAN, "KGM", new BigDecimal("5")),
                                new Stock(TRANSIT, VAN, "KGM", new BigDecimal("4")))))
                .isEqualTo(Map.of(
                        new Spot(FIRST, VAN), new BigDecimal("2"),
                        new Spot(FIRST, TRANSIT), new BigDecimal("4"),
                        new Spot(FIRST, SHELF), new BigDecimal("1"),
                        new Spot(SECOND, SHELF), new BigDecimal("2")));
    }

    @Test
    void whoComesFirstIsServedFirst() {
        assertThat(Allocation.of(List.of(need(SECOND, null, "2"), need(FIRST, null, "2")), List.of(shelf(SHELF, "3"))))
                .isEqualTo(Map.of(
                        new Spot(SECOND, SHELF), new BigDecimal("2"), new Spot(FIRST, SHELF), new BigDecimal("1")));
    }

    @Test
    void lessThanNothingAndOtherUnitsServeNobody() {
        assertThat(Allocation.of(
                        List.of(need(FIRST, VAN, "2")),
                        List.of(van(VAN, "-1"), new Stock(SHELF, null, "EA", new BigDecimal("4")))))
                .isEmpty();
    }

    /** Nothing is left where somebody still needs it, nobody gets more than is needed, and no place gives more than it has. */
    @Property(tries = 300)
    void whatIsThereIsGivenAndNoMore(@ForAll("needs") List<Need> needs, @ForAll("stocks") List<Stock> stocks) {
        Map<Spot, BigDecimal> given = Allocation.of(needs, stocks);

        for (Stock stock : stocks) {
            assertThat(at(given, stock.locationId()))
                    .isLessThanOrEqualTo(stock.onHand().max(BigDecimal.ZERO));
        }
        BigDecimal free = stocks.stream()
                .filter(stock -> stock.van() == null)
                .map(stock -> stock.onHand().max(BigDecimal.ZERO).subtract(at(given, stock.locationId())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Need need : needs) {
            BigDecimal got = given.entrySet().stream()
                    .filter(spot -> spot.getKey().orderId().equals(need.orderId()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(got).isLessThanOrEqualTo(need.open());
            assertThat(got.compareTo(need.open()) == 0 || free.signum() == 0).isTrue();
        }
    }

    private static BigDecimal at(Map<Spot, BigDecimal> given, UUID place) {
        return given.entrySet().stream()
                .filter(spot -> spot.getKey().locationId().equals(place))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Provide
    Arbitrary<List<Need>> needs() {
        return Combinators.combine(amounts(0), Arbitraries.of(VAN, OTHER_VAN))
                .as((open, van) -> new Need(null, van, "KGM", open))
                .list()
                .ofMaxSize(6)
                .map(needs -> IntStream.range(0, needs.size())
                        .mapToObj(i -> new Need(
                                new UUID(9, i),
                                needs.get(i).van(),
                                "KGM",
                                needs.get(i).open()))
                        .toList());
    }

    @Provide
    Arbitrary<List<Stock>> stocks() {
        return amounts(-3)
                .list()
                .ofSize(4)
                .map(amounts -> List.of(
                        new Stock(VAN, VAN, "KGM", amounts.get(0)),
                        new Stock(OTHER_VAN, OTHER_VAN, "KGM", amounts.get(1)),
                        new Stock(SHELF, null, "KGM", amounts.get(2)),
                        new Stock(DEPOT, null, "KGM", amounts.get(3))));
    }

    private static Arbitrary<BigDecimal> amounts(int least) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(least), BigDecimal.TEN)
                .ofScale(3);
    }

    private static Need need(UUID order, UUID van, String open) {
        return new Need(order, van, "KGM", new BigDecimal(open));
    }

    private static Stock van(UUID place, String onHand) {
        return new Stock(place, place, "KGM", new BigDecimal(onHand));
    }

    private static Stock shelf(UUID place, String onHand) {
        return new Stock(place, null, "KGM", new BigDecimal(onHand));
    }
}
