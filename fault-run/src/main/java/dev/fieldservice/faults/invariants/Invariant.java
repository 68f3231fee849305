package dev.fieldservice.faults.invariants;

import java.util.List;

/** Something that holds whatever happens. Looks only at databases, topics, the API, and at what people were answered. */
public interface Invariant {

    /** In the order of their numbers. A new invariant is added here. */
    List<Invariant> ALL = List.of(
            new CommandsTakeEffectOnce(),
            new EventsTakeEffectOnce(),
            new JobsAreBilledOnce(),
            new TheLedgerAddsUp(),
            new InvoicesAreInOrder(),
            new NobodyIsInTwoPlaces(),
            new SomebodyElseReviews(),
            new NobodySeesTooMuch(),
            new WhatIsTakenAwayIsGone(),
            new NothingIsStuck(),
            new ErrandsComeToTheirEnd(),
            new NoticesReachTheCustomer(),
            new ReportsReachTheCustomer(),
            new InvoicesReachTheCustomer(),
            new JobsAreDoneAsAsked(),
            new MoneyAddsUp(),
            new RequestsComeOnce(),
            new PurchasesAddUp(),
            new FilesAreThere(),
            new WhatIsAgreedCounts(),
            new TopicsTellTheTruth(),
            new FaultsAreSurvived());

    /** The sentence that is kept or broken. */
    String says();

    /** Counts what was looked at, and names what breaks it. */
    void check(Evidence evidence, Findings findings);

    default Verdict verdict(Evidence evidence) {
        Findings findings = new Findings();
        try {
            check(evidence, findings);
        } catch (RuntimeException e) {
            findings.offence("it could not be checked: " + e);
        }
        return findings.verdict(says());
    }
}
