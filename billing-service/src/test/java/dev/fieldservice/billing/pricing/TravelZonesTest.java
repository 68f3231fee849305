package dev.fieldservice.billing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which zone counts for a site. */
class TravelZonesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final Area ROMANIA = new Area("RO", null, null);
    private static final Area BUCHAREST = new Area("RO", "RO-B", null);
    private static final Area SECTOR_6 = new Area("RO", null, "06 13");
    private static final Place SHOP = new Place("RO", "ro-b", "061344");

    @Test
    void theNarrowestCounts() {
        PriceRule country = Rules.zone("Țara", null, ROMANIA);
        PriceRule city = Rules.zone("București", null, BUCHAREST);
        PriceRule sector = Rules.zone("Sector 6", null, new Area("RO", "RO-IF", null), SECTOR_6);

        assertThat(of(SHOP, country, city, sector)).contains(sector);
        assertThat(of(SHOP, country, city)).contains(city);
        assertThat(of(new Place("RO", "RO-CJ", "400620"), country, city, sector))
                .contains(country);
        assertThat(of(new Place("DE", null, "061344"), country, city, sector)).isEmpty();
    }

    @Test
    void theCustomersGoesBeforeAnybodysHoweverNarrow() {
        PriceRule own = Rules.zone("Abonat", CUSTOMER, ROMANIA);

        assertThat(of(SHOP, own, Rules.zone("Sector 6", null, SECTOR_6))).contains(own);
    }

    @Test
    void aSiteOfWhichNothingIsKnownLiesInNone() {
        assertThat(of(null, Rules.zone("Țara", null, ROMANIA))).isEmpty();
        assertThat(of(new Place("RO", null, null), Rules.zone("București", null, BUCHAREST, SECTOR_6)))
                .isEmpty();
    }

    private static Optional<PriceRule> of(Place site, PriceRule... rules) {
        return Rules.of(Set.of(), rules).zone(new Deal(CUSTOMER, null, null, null, site, DAY), DAY);
    }
}
