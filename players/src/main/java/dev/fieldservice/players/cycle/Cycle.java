package dev.fieldservice.players.cycle;

import java.util.List;
import java.util.stream.Stream;

/**
 * The steps from what is bought for it and the phone call to the closed ticket, and to what is paid and left of it. A new capability adds its step here, and is told in the demo, struck
 * by faults, probed for access and measured with the others.
 */
public final class Cycle {

    /** What runs out is bought, and brought into the van. */
    public static final List<Step> STORE = List.of(new Purchase(), new LoadedVan());

    /** From the call until the technician is at work. */
    public static final List<Step> TO_THE_SITE = List.of(
            new TheCall(),
            new OnHold(),
            new Planning(),
            new VisitByMail(),
            new JobCard(),
            new KindOfWork(),
            new CallersPicture(),
            new Delay(),
            new OnTheWay(),
            new OnSite(),
            new Interruption());

    /** What is recorded on the job. */
    public static final List<Step> RECORDS = List.of(
            new PartsUsed(),
            new Evidence(),
            new Checks(),
            new Remarks(),
            new Hours(),
            new Account(),
            new Approval(),
            new Signature());

    /** Until the job is officially closed. */
    public static final List<Step> CLOSING = List.of(new Completion(), new Review(), new Paper(), new EndOfDay());

    /** From the invoice to what is left of it. */
    public static final List<Step> MONEY = List.of(
            new SentBackByFinance(),
            new Relapse(),
            new Invoicing(),
            new InvoiceByMail(),
            new Objection(),
            new Payment(),
            new Margin(),
            new Timeline());

    /** Whether the shelf has what the books say, and what is owed for it. */
    public static final List<Step> BOOKS = List.of(new BlindCount(), new SuppliersInvoice());

    /** What is to come, and what waits besides. */
    public static final List<Step> AFTERWARDS = List.of(new Maintenance(), new WhereToIntervene());

    public static final List<Step> WHOLE = Stream.of(STORE, TO_THE_SITE, RECORDS, CLOSING, MONEY, BOOKS, AFTERWARDS)
            .flatMap(List::stream)
            .toList();

    private Cycle() {}
}
