package dev.fieldservice.billing.documents;

import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.pricing.TaxCategory;
import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.codes.TaxIds;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Who sells and who buys (BG-4, BG-7), in the XML of a document. */
final class UblParties {

    private static final String VAT = "VAT";

    /** Any scheme that is not VAT: a tax registration that does not identify for VAT (BT-32). */
    private static final String OTHER_TAX = "FC";

    /** Of a person who has told none, as ANAF wants it of sales to consumers. */
    private static final String UNKNOWN_PERSON = "0000000000000";

    private final Xml xml;
    private final InvoiceDocument document;
    private final RuleSet rules;

    /** Where nothing is subject to VAT, nobody is identified for it (BR-O-02). */
    private final boolean isOutsideOfVat;

    UblParties(Xml xml, InvoiceDocument document) {
        this.xml = xml;
        this.document = document;
        this.rules = RuleSet.of(document);
        this.isOutsideOfVat = document.has(TaxCategory.O);
    }

    void write() throws XMLStreamException {
        xml.group("AccountingSupplierParty", () -> xml.group("Party", () -> seller(document.seller())));
        xml.group("AccountingCustomerParty", () -> xml.group("Party", () -> buyer(document.buyer())));
    }

    private void seller(Seller seller) throws XMLStreamException {
        address(seller.address());
        if (seller.vatId() != null) {
            taxScheme(seller.vatId(), isOutsideOfVat ? OTHER_TAX : VAT);
        }
        xml.group("PartyLegalEntity", () -> {
            xml.value("RegistrationName", seller.legalName());
            xml.value(
                    "CompanyID",
                    Optional.ofNullable(seller.registrationNumber()).orElse(isOutsideOfVat ? seller.vatId() : null));
            xml.value("CompanyLegalForm", seller.legalInformation());
        });
        contact(seller.phone(), seller.email());
    }

    private void buyer(CustomerRef buyer) throws XMLStreamException {
        address(buyer.billingAddress());
        boolean isForVat = TaxIds.isVatId(buyer.taxId()) && !isOutsideOfVat;
        if (isForVat) {
            taxScheme(buyer.taxId(), VAT);
        }
        xml.group("PartyLegalEntity", () -> {
            xml.value("RegistrationName", buyer.name());
            xml.value("CompanyID", isForVat ? null : legalId(buyer));
        });
        contact(buyer.phone(), buyer.email());
    }

    /** BT-47; in Romania there is always one (BR-RO-120). */
    private String legalId(CustomerRef buyer) {
        return buyer.taxId() == null && rules == RuleSet.CIUS_RO ? UNKNOWN_PERSON : TaxIds.compact(buyer.taxId());
    }

    private void taxScheme(String id, String scheme) throws XMLStreamException {
        xml.group("PartyTaxScheme", () -> {
            xml.value("CompanyID", TaxIds.compact(id));
            xml.group("TaxScheme", () -> xml.value("ID", scheme));
        });
    }

    private void address(Address address) throws XMLStreamException {
        xml.group("PostalAddress", () -> {
            xml.value("StreetName", address.street());
            xml.value("CityName", rules == RuleSet.CIUS_RO ? RomanianAddress.city(address) : address.city());
            xml.value("PostalZone", address.postalCode());
            xml.value("CountrySubentity", RomanianAddress.region(address));
            xml.group("Country", () -> xml.value("IdentificationCode", address.countryCode()));
        });
    }

    private void contact(String phone, String email) throws XMLStreamException {
        if (phone != null || email != null) {
            xml.group("Contact", () -> {
                xml.value("Telephone", phone);
                xml.value("ElectronicMail", email);
            });
        }
    }
}
