package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.strikes.Field.Observation;

/** What faults demand while they strike: told as not ready, answered with when to come again, healed without help. */
final class FaultsAreSurvived implements Invariant {

    @Override
    public String says() {
        return "+  Faults are told, survived without a restart, and never answered with a 500; every cycle comes to its end";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        findings.count("observations during faults", evidence.observations().size());
        evidence.observations().stream()
                .filter(observation -> !observation.holds())
                .map((Observation observation) -> observation.what() + ": " + observation.evidence())
                .forEach(findings::offence);
        findings.offences("answer", evidence.calls().forbidden());
        evidence.failures().forEach(findings::offence);
    }
}
