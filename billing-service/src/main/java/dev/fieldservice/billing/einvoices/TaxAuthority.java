package dev.fieldservice.billing.einvoices;

import io.smallrye.mutiny.Uni;

/** The port to the system in which the authority collects invoices: in Romania, RO e-Factura. */
public interface TaxAuthority {

    /** What the authority says of something that was uploaded. */
    sealed interface Verdict {

        record BeingChecked() implements Verdict {}

        record Valid() implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    /**
     * Fails where it certainly did not arrive; anything else that goes wrong leaves it uncertain.
     *
     * @return the index under which it is known there
     */
    Uni<String> upload(String number, byte[] xml);

    Uni<Verdict> verdict(String index);
}
