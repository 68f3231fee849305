package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases.Row;
import dev.fieldservice.local.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The level is the sum of the movements, what is allocated of it that of the reservations; below zero is somebody's, once. */
final class TheLedgerAddsUp implements Invariant {

    /** A level that is only ordered for has nothing, and no movement. */
    private static final String DIFFERENT = """
            select part_id, location_id, coalesce(moved, 0), coalesce(on_hand, 0)
              from (select part_id, location_id, sum(quantity) as moved from stock_movement group by 1, 2) m
              full join stock_level using (part_id, location_id)
             where moved is distinct from on_hand and (moved is not null or on_hand <> 0)""";

    private static final String BELOW_ZERO = """
            select l.part_id, l.location_id, l.on_hand, count(d.id)
              from stock_level l
              left join discrepancy d on d.part_id = l.part_id and d.location_id = l.location_id
                                     and d.kind = 'NEGATIVE_STOCK' and d.state = 'OPEN'
             where l.on_hand < 0 group by 1, 2, 3""";

    private static final String NEVER_BELOW_ZERO = """
            select d.id, d.part_id, d.location_id from discrepancy d
             where d.kind = 'NEGATIVE_STOCK'
               and (select sum(m.quantity) from stock_movement m
                     where m.part_id = d.part_id and m.location_id = d.location_id
                       and (m.kind = 'RECEIPT' or m.quantity < 0)) >= 0""";

    private static final String RESERVED_OTHERWISE = """
            select part_id, location_id, coalesce(reserved, 0), coalesce(allocated, 0)
              from (select part_id, location_id, sum(quantity) as reserved from reservation group by 1, 2) r
              full join (select part_id, location_id, allocated from stock_level where allocated <> 0) l
                        using (part_id, location_id)
             where reserved is distinct from allocated""";

    private static final String PUT = """
            select part_id || ' ' || installed_serial || ' ' || work_order_id from part_usage
             where tracked and installed_serial is not null and taken_out_by is null
               and state = 'RECORDED' and reversal_of is null""";

    private static final String INSTALLED =
            "select part_id || ' ' || serial || ' ' || order_id from piece where state = 'INSTALLED'";

    @Override
    public String says() {
        return "3. The movements add up to the stock, everywhere; below zero opens exactly one discrepancy with an owner;"
                + " what is allocated is what is reserved; what left one place has arrived, is under way or is somebody's to clear up;"
                + " counts adjust it by what was approved, once;"
                + " a piece with a serial number is where the work orders put it";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.count(
                "movements", evidence.databases().number(Service.INVENTORY, "select count(*) from stock_movement"));
        findings.count("levels", evidence.databases().number(Service.INVENTORY, "select count(*) from stock_level"));
        findings.offences(
                "part, place, moved, level differ", evidence.databases().rows(Service.INVENTORY, DIFFERENT));
        findings.offences(
                "part, place, reserved, allocated differ",
                evidence.databases().rows(Service.INVENTORY, RESERVED_OTHERWISE));
        List<Row> belowZero = evidence.databases().rows(Service.INVENTORY, BELOW_ZERO);
        findings.count("below zero", belowZero.size());
        findings.offences(
                "part, place, level, open discrepancies",
                belowZero.stream().filter(row -> !row.get(3).equals("1")).toList());
        findings.offences(
                "a discrepancy, but never below zero", evidence.databases().rows(Service.INVENTORY, NEVER_BELOW_ZERO));
        findings.offences(
                "a discrepancy without an owner",
                evidence.databases().list(Service.INVENTORY, "select id from discrepancy where owner = ''"));
        StockDocuments.check(evidence, findings);
        pieces(evidence, findings);
        findings.count("jobs that wanted the last part at once", evidence.play().atOnceForTheLastPart());
    }

    private static void pieces(Evidence evidence, Findings findings) {
        Set<String> put = new HashSet<>(evidence.databases().list(Service.WORKORDER, PUT));
        findings.count("pieces in machines", put.size());
        findings.offences(
                "part, piece, job: installed there, and not known to be",
                Findings.without(put, evidence.databases().list(Service.INVENTORY, INSTALLED)));
    }
}
