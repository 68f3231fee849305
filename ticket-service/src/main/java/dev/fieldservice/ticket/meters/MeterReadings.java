package dev.fieldservice.ticket.meters;

import dev.fieldservice.platform.errands.Errands;
import dev.fieldservice.platform.transactions.Tx;
import dev.fieldservice.ticket.assets.Asset;
import dev.fieldservice.ticket.errands.TicketErrand;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records what meters show, under the lock of their machine. */
@ApplicationScoped
public class MeterReadings {

    private static final String OF_METER = "from MeterReading where assetId = :asset and unit = :unit order by ";
    private static final String NEWEST = OF_METER + "readAt desc, id desc";
    private static final String OLDEST = OF_METER + "readAt, id";

    private final Errands errands;

    MeterReadings(Errands errands) {
        this.errands = errands;
    }

    /** A reading, and the machine it is of. */
    record Read(MeterReading reading, Asset asset) {}

    Uni<Read> record(Tx tx, UUID assetId, NewMeterReading entered) {
        return tx.load(Asset.class, assetId)
                .chain(asset -> newest(tx.session(), assetId, entered.unit())
                        .chain(newest -> tx.add(MeterReading.of(assetId, entered, newest, tx.by())))
                        .map(made -> new Read(made, asset)))
                .call(read -> errands.later(
                        tx,
                        TicketErrand.METER_READ,
                        read.asset().subject(),
                        new MeterRead(assetId, entered.unit()),
                        tx.by().at()));
    }

    /** What was counted since the first reading; empty before that. */
    public static Uni<Optional<BigDecimal>> total(Mutiny.Session session, UUID assetId, String unit) {
        return newest(session, assetId, unit).map(newest -> newest.map(reading -> reading.total));
    }

    /** What was counted by the first reading; empty before that. */
    public static Uni<Optional<BigDecimal>> firstTotal(Mutiny.Session session, UUID assetId, String unit) {
        return one(session, OLDEST, assetId, unit).map(oldest -> oldest.map(reading -> reading.total));
    }

    private static Uni<Optional<MeterReading>> newest(Mutiny.Session session, UUID assetId, String unit) {
        return one(session, NEWEST, assetId, unit);
    }

    private static Uni<Optional<MeterReading>> one(Mutiny.Session session, String query, UUID assetId, String unit) {
        return session.createSelectionQuery(query, MeterReading.class)
                .setParameter("asset", assetId)
                .setParameter("unit", unit)
                .setMaxResults(1)
                .getResultList()
                .map(found -> found.stream().findFirst());
    }
}
