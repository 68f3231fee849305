package dev.fieldservice.billing.documents;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.codes.TaxIds;
import java.util.Optional;
import java.util.stream.Stream;

/** The official rules that a document has to pass, and what it says of them (BT-24). */
public enum RuleSet {
    /** The European standard. */
    EN_16931("urn:cen.eu:en16931:2017"),
    /**
     * That of Romania's e-Factura, for what a seller in Romania sells to a buyer there: law 139/2022 and OUG 120/2021. A buyer who is
     * registered for VAT elsewhere is not established there, wherever its post goes.
     */
    CIUS_RO("urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1");

    static final String ROMANIA = "RO";

    private final String customization;

    RuleSet(String customization) {
        this.customization = customization;
    }

    String customization() {
        return customization;
    }

    public static RuleSet of(InvoiceDocument document) {
        boolean isWithinRomania = Stream.of(
                        Optional.ofNullable(document.seller()).map(seller -> seller.address()),
                        Optional.ofNullable(document.buyer().billingAddress()))
                .allMatch(address -> address.map(Address::countryCode)
                        .filter(ROMANIA::equals)
                        .isPresent());
        return isWithinRomania && !isRegisteredElsewhere(document.buyer().taxId()) ? CIUS_RO : EN_16931;
    }

    private static boolean isRegisteredElsewhere(String taxId) {
        return Optional.ofNullable(taxId)
                .flatMap(TaxIds::country)
                .filter(country -> !country.equals(ROMANIA))
                .isPresent();
    }
}
