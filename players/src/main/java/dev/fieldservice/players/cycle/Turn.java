package dev.fieldservice.players.cycle;

import static dev.fieldservice.players.cycle.Turn.Usual.ALWAYS;
import static dev.fieldservice.players.cycle.Turn.Usual.IN_THE_STORY;
import static dev.fieldservice.players.cycle.Turn.Usual.SELDOM;

/** What may happen on a job or not: in the ordinary course of things, in the story that is told, and how often by chance. */
public enum Turn {
    /** Somebody looks at what follows, where the steps as such do not need it. */
    IS_WATCHED(IN_THE_STORY, 0),
    /** The store buys what runs out, and loads the technician's van with it. */
    IS_RESTOCKED(IN_THE_STORY, 0.3),
    /** What was received is taken back, and received once more. */
    RECEIPT_IS_WRONG(SELDOM, 0.25),
    REST_COMES(SELDOM, 0.5),
    /** Another one than the one that the technician gets: it was picked already. */
    TRANSFER_IS_CALLED_OFF(SELDOM, 0.25),
    ARRIVES_IN_PARTS(SELDOM, 0.3),
    /** Between shelf and van, which somebody has to clear up. */
    SOMETHING_IS_LOST(SELDOM, 0.5),
    IS_COUNTED_AGAIN(SELDOM, 0.3),
    /** The supplier asks for more than came. */
    ASKS_TOO_MUCH(SELDOM, 0.4),
    SUPPLIER_IS_PAID(SELDOM, 0.5),
    /** Half of the parts is covered, an hour a year is included, and somebody sets out within an hour. */
    HAS_A_CONTRACT(IN_THE_STORY, 0.3),
    /** The work waits for the customer before it is planned. */
    WAITS_FOR_CUSTOMER(SELDOM, 0.15),
    /** The request comes by mail, and becomes a ticket by itself. */
    COMES_BY_MAIL(SELDOM, 0.15),
    /** The mail arrives twice, as mails do whose server got no answer. */
    MAIL_COMES_TWICE(SELDOM, 0.4),
    /** In case the job is not done in one: it is called off when it is. */
    HAS_A_SECOND_VISIT(SELDOM, 0.15),
    /** What is asked for is answered, and without it the job is not complete. */
    IS_OF_A_KIND(IN_THE_STORY, 0.3),
    CUSTOMER_SENDS_PICTURE(IN_THE_STORY, 0.2),
    IS_LATE(IN_THE_STORY, 0.3),
    SETS_OFF(ALWAYS, 0.7),
    /** The phone was out of reach when the technician set off. */
    TELLS_IT_LATER(IN_THE_STORY, 0),
    ARRIVES(ALWAYS, 0.7),
    DROPS_OUT(SELDOM, 0.08),
    PAUSES(SELDOM, 0.1),
    /** Nothing is used and no time is written down: there will be nothing to bill. */
    IS_GOODWILL(SELDOM, 0.06),
    REPLACES_VALVE(ALWAYS, 0.75),
    REFILLS(ALWAYS, 0.6),
    TAKES_PART_BACK(SELDOM, 0.2),
    TAKES_PHOTOS(IN_THE_STORY, 0.3),
    /** What the steps tell is taken, and not written down by hand. */
    ACCEPTS_PROPOSED_TIMES(IN_THE_STORY, 0.5),
    ENTERS_LABOUR(ALWAYS, 0.8),
    ENTERS_TRAVEL(ALWAYS, 0.5),
    SAYS_HOW_FAR(IN_THE_STORY, 0.6),
    GIVES_ACCOUNT(IN_THE_STORY, 0.5),
    NAMES_APPROVER(ALWAYS, 0.5),
    CUSTOMER_SIGNS(ALWAYS, 0.9),
    IS_SENT_BACK(IN_THE_STORY, 0.2),
    RESUMES_FOR_IT(SELDOM, 0.9),
    /** Of a job that is closed: it is closed once more before it is billed. */
    FINANCE_SENDS_BACK(SELDOM, 0.15),
    /** The trouble, before the invoice is issued: the ticket is opened again. */
    COMES_BACK(SELDOM, 0.1),
    TWO_ISSUE(SELDOM, 0.1),
    /** To the dearest line of the invoice: it is credited. */
    CUSTOMER_OBJECTS(SELDOM, 0.25),
    /** What was credited is owed after all, as prices are now. */
    IS_BILLED_ANEW(SELDOM, 0.6),
    PAYS(IN_THE_STORY, 0.7),
    PAYS_HALF(SELDOM, 0.3),
    MARGIN_IS_READ(IN_THE_STORY, 0.05),
    /** The machine gets a plan, which asks for work by itself. */
    IS_MAINTAINED(SELDOM, 0.12),
    /** Of a job that is taken from somebody: it was on their phone, or on its way. */
    HAD_ARRIVED(SELDOM, 0.5),
    IS_UNASSIGNED_FIRST(SELDOM, 0.5);

    enum Usual {
        ALWAYS,
        IN_THE_STORY,
        SELDOM
    }

    private final Usual usual;
    private final double chance;

    Turn(Usual usual, double chance) {
        this.usual = usual;
        this.chance = chance;
    }

    boolean isOrdinary() {
        return usual == ALWAYS;
    }

    boolean isTold() {
        return usual != SELDOM;
    }

    double chance() {
        return chance;
    }
}
