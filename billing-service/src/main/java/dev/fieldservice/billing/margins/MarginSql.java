package dev.fieldservice.billing.margins;

/**
 * The SQL that adds up margins. By technician a job is cut into shares, from {@code before} to {@code upto} of its {@code total}
 * minutes. A share of an amount is what comes to its end, rounded, less what comes to its beginning, rounded, so that the shares add
 * up to the amount to the cent.
 */
final class MarginSql {

    private static final String JOBS = """
            with job as (
                select order_id, customer_id, asset_id, contract_id, closed_on, currency
                  from costed_job left join known_ticket using (ticket_id) where closed_on between :from and :to%s),
            invoiced as (select order_id from invoice where state = 'ISSUED'),
            revenue as (%s),
            """;

    private static final String ISSUED =
            "select order_id, currency, revenue from journal_entry where order_id is not null and revenue <> 0";

    private static final String DRAFTS = ISSUED + """
             union all
            select order_id, jsonb_extract_path_text(totals, 'net', 'currency'),
                   cast(jsonb_extract_path_text(totals, 'net', 'amount') as numeric)
              from invoice where state = 'DRAFT'""";

    private static final String WHOLE = """
            fact as (
                select %1$s as key, currency, count(*) as jobs, count(*) filter (where order_id not in (select order_id from invoiced)) as open,
                       0.00 as revenue, 0.00 as parts, 0.00 as labour, 0.00 as travel, 0.00 as driven, 0 as usages, 0 as hours, 0 as journeys
                  from job group by 1, 2
                 union all
                select %1$s, i.currency, 0, 0, 0, sum(i.cost) filter (where i.kind = 'PART'),
                       sum(i.cost) filter (where i.kind = 'LABOUR'), sum(i.cost) filter (where i.kind = 'TRAVEL'),
                       sum(i.cost) filter (where i.kind = 'KILOMETRES'),
                       count(*) filter (where i.cost is null and i.kind = 'PART'),
                       count(*) filter (where i.cost is null and i.kind in ('LABOUR', 'TRAVEL')),
                       count(*) filter (where i.cost is null and i.kind = 'KILOMETRES')
                  from job join (select order_id, kind, currency, cost from cost_item) i using (order_id) group by 1, 2
                 union all
                select %1$s, r.currency, 0, 0, sum(r.revenue), 0, 0, 0, 0, 0, 0, 0
                  from job join revenue r using (order_id) group by 1, 2),
            """;

    private static final String DIVIDED = """
            share as (
                select job.order_id, job.currency, w.technician_id as key, w.minutes_before as before, w.minutes_upto as upto,
                       w.minutes_total as total
                  from job join work_share w on w.order_id = job.order_id),
            fact as (
                select key, currency, count(*) as jobs, count(*) filter (where order_id not in (select order_id from invoiced)) as open,
                       0.00 as revenue, 0.00 as parts, 0.00 as labour, 0.00 as travel, 0.00 as driven, 0 as usages, 0 as hours, 0 as journeys
                  from share group by 1, 2
                 union all
                select s.key, i.currency, 0, 0, 0,
                       sum(round(i.cost * s.upto / s.total, 2) - round(i.cost * s.before / s.total, 2)), 0, 0, 0,
                       count(*) filter (where i.cost is null), 0, 0
                  from share s join cost_item i on i.order_id = s.order_id
                 where i.kind = 'PART' group by 1, 2
                 union all
                select i.technician_id, i.currency, 0, 0, 0, 0,
                       sum(i.cost) filter (where i.kind = 'LABOUR'), sum(i.cost) filter (where i.kind = 'TRAVEL'),
                       sum(i.cost) filter (where i.kind = 'KILOMETRES'), 0,
                       count(*) filter (where i.cost is null and i.kind <> 'KILOMETRES'),
                       count(*) filter (where i.cost is null and i.kind = 'KILOMETRES')
                  from job join cost_item i on i.order_id = job.order_id
                 where i.kind <> 'PART' group by 1, 2
                 union all
                select s.key, r.currency, 0, 0,
                       sum(round(r.revenue * s.upto / s.total, 2) - round(r.revenue * s.before / s.total, 2)), 0, 0, 0, 0, 0, 0, 0
                  from share s join revenue r on r.order_id = s.order_id group by 1, 2),
            """;

    private static final String SUMS = """
            s as (
                select key, currency, sum(jobs) as jobs, sum(open) as open, coalesce(sum(revenue), 0) as revenue,
                       coalesce(sum(parts), 0) as parts, coalesce(sum(labour), 0) as labour, coalesce(sum(travel), 0) as travel,
                       coalesce(sum(driven), 0) as driven, sum(usages) as usages, sum(hours) as hours, sum(journeys) as journeys
                  from fact group by key, currency),
            m as (
                select %1$s as key, s.key as of, s.currency, s.jobs, s.open, s.revenue, s.parts, s.labour, s.travel, s.driven, s.usages, s.hours,
                       s.journeys
                  from s)
            select m.*, (select %2$s from (select m.of as key) s) as name from m""";

    private MarginSql() {}

    /** @param narrower SQL that leaves out jobs which cannot be in the answer */
    static String of(MarginQuestion asked, String narrower) {
        MarginBy by = asked.by();
        return JOBS.formatted(narrower, asked.includesDrafts() ? DRAFTS : ISSUED)
                + (by.divides() ? DIVIDED : WHOLE.formatted(by.key))
                + SUMS.formatted(by.shown, by.called);
    }
}
