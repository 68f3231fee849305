package dev.fieldservice.inventory.replenishment;

import dev.fieldservice.contracts.Quantity;
import dev.fieldservice.inventory.company.KnownCompany;
import dev.fieldservice.inventory.transfers.Transfers;
import dev.fieldservice.platform.errands.Errand;
import dev.fieldservice.platform.errands.InTransaction;
import dev.fieldservice.platform.errands.Next;
import dev.fieldservice.platform.errands.Policy;
import dev.fieldservice.platform.transactions.OneByOne;
import dev.fieldservice.platform.transactions.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The job that drafts transfers in the evening: what is below its minimum, with what is on its way there, is filled up to its
 * maximum. Nothing moves before a person has accepted it.
 */
@ApplicationScoped
public class ProposeTransfers implements InTransaction<ProposeTransfers.Nothing> {

    /** As many lines as a transfer may have. */
    private static final int MOST_LINES = 100;

    /** At most what is free where it is to come from: neither reserved nor asked for already, nor in containers, nor proposed for another van. */
    private static final String WANTED = """
            select shared.from_location_id, shared.location_id, shared.part_id, shared.unit,
                   least(shared.lack, shared.free - shared.others)
              from (select w.*, sum(w.lack) over (partition by w.from_location_id, w.part_id order by w.location_id) - w.lack
                                as others
                      from (
            select wanted.from_location_id, wanted.location_id, wanted.part_id, wanted.unit,
                   wanted.maximum - wanted.there as lack,
                   coalesce((select s.on_hand - s.allocated from stock_level s
                              where s.part_id = wanted.part_id and s.location_id = wanted.from_location_id), 0)
                 - coalesce((select sum(i.requested)
                               from stock_transfer t join stock_transfer_line i on i.transfer_id = t.id
                              where t.from_location_id = wanted.from_location_id and i.part_id = wanted.part_id
                                and t.state = 'REQUESTED'), 0)
                 - coalesce((select sum(c.content) from container c
                              where c.location_id = wanted.from_location_id and c.part_id = wanted.part_id
                                and c.state = 'IN_STOCK'), 0) as free
              from (select l.*, p.unit,
                           coalesce((select s.on_hand from stock_level s
                                      where s.part_id = l.part_id and s.location_id = l.location_id), 0)
                         + coalesce((select sum(case when t.state = 'REQUESTED' then i.requested
                                                     else greatest(i.picked - i.received - i.lost, 0) end)
                                       from stock_transfer t join stock_transfer_line i on i.transfer_id = t.id
                                      where t.to_location_id = l.location_id and i.part_id = l.part_id
                                        and t.state in ('REQUESTED', 'PICKED', 'IN_TRANSIT')), 0) as there
                      from stock_limit l join part p on p.id = l.part_id) wanted
             where wanted.there < wanted.minimum and wanted.maximum - wanted.there <= 1000000) w) shared
             where shared.free > shared.others
             order by shared.from_location_id, shared.location_id, shared.part_id""";

    /** There is nothing to know. */
    public record Nothing() {}

    /** From where to where. */
    private record Way(UUID from, UUID to) {}

    private final Transfers transfers;
    private final ReplenishmentConfig config;

    public ProposeTransfers(Transfers transfers, ReplenishmentConfig config) {
        this.transfers = transfers;
        this.config = config;
    }

    @Override
    public Class<Nothing> content() {
        return Nothing.class;
    }

    @Override
    public Policy policy() {
        return Policy.repeating(Policy.Repetition.PER_SERVICE);
    }

    /** The first time, when the service is new, it only waits for the evening. */
    @Override
    public Uni<Next> carryOut(Tx tx, Errand<Nothing> errand) {
        return KnownCompany.read(tx.session())
                .map(KnownCompany::zone)
                .chain(zone -> proposeIfEvening(tx, errand.due().atZone(zone))
                        .replaceWith(() -> Next.again(evening(tx.by().at(), zone))));
    }

    private Uni<Void> proposeIfEvening(Tx tx, ZonedDateTime due) {
        return due.toLocalTime().equals(config.at())
                ? propose(tx, due.toLocalDate())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> propose(Tx tx, LocalDate evening) {
        return transfers
                .dropProposals(tx)
                .chain(() -> tx.session().createNativeQuery(WANTED, Tuple.class).getResultList())
                .chain(rows -> OneByOne.each(
                        byWay(rows).entrySet(), way -> propose(tx, evening, way.getKey(), way.getValue())));
    }

    private Uni<Void> propose(Tx tx, LocalDate evening, Way way, List<SortedMap<UUID, Quantity>> proposals) {
        return OneByOne.each(
                IntStream.range(0, proposals.size()).boxed().toList(),
                at -> transfers.propose(tx, way.from(), way.to(), evening, at + 1, proposals.get(at)));
    }

    /** As many transfers as it takes. */
    private static Map<Way, List<SortedMap<UUID, Quantity>>> byWay(List<Tuple> rows) {
        Map<Way, List<SortedMap<UUID, Quantity>>> ways = new LinkedHashMap<>();
        for (Tuple row : rows) {
            Way way = new Way(row.get(0, UUID.class), row.get(1, UUID.class));
            List<SortedMap<UUID, Quantity>> proposals = ways.computeIfAbsent(way, any -> new ArrayList<>());
            if (proposals.isEmpty() || proposals.getLast().size() == MOST_LINES) {
                proposals.add(new TreeMap<>());
            }
            proposals
                    .getLast()
                    .put(row.get(2, UUID.class), new Quantity(row.get(4, BigDecimal.class), row.get(3, String.class)));
        }
        return ways;
    }

    /** The next one. */
    private Instant evening(Instant now, ZoneId zone) {
        ZonedDateTime today = now.atZone(zone).with(config.at());
        return today.toInstant().isAfter(now)
                ? today.toInstant()
                : today.plusDays(1).toInstant();
    }
}
