package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.GeoPoint;
import dev.fieldservice.platform.imports.Objection;
import dev.fieldservice.ticket.contacts.ContactDetails;
import dev.fieldservice.ticket.customers.CustomerDetails;
import dev.fieldservice.ticket.locations.ServiceLocationDetails;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the columns of a row say of a customer, a contact and a site. A column that is not there leaves what is there; an empty field
 * takes away what may be left out. Nothing is said of a contact or a site all of whose fields are empty.
 */
record CustomerColumns(Map<String, String> fields) {

    static final String EXTERNAL_ID = "externalId";
    static final String SITE_EXTERNAL_ID = "siteExternalId";
    static final String OF_CONTACT = "contact";
    static final String OF_SITE = "site";
    static final List<String> NAMES = Stream.of(
                    Stream.of(EXTERNAL_ID, "name", "email", "phone", "taxId"),
                    address(""),
                    Stream.of("contactName", "contactPhone", "contactEmail", "contactLanguage"),
                    Stream.of(SITE_EXTERNAL_ID, "siteName"),
                    address(OF_SITE),
                    Stream.of("siteLatitude", "siteLongitude", "siteTimeZone", "siteAccessNotes"))
            .flatMap(names -> names)
            .toList();

    private static final String LATITUDE = "siteLatitude";
    private static final String LONGITUDE = "siteLongitude";
    private static final String DEGREES = "-?[0-9]{1,3}([.][0-9]{1,12})?";

    private static Stream<String> address(String of) {
        return Stream.of("street", "city", "region", "postalCode", "countryCode")
                .map(name -> column(of, name));
    }

    /** Of what is called so of a customer, a contact or a site. */
    static String column(String of, String name) {
        return of.isEmpty() ? name : of + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String externalId() {
        return fields.get(EXTERNAL_ID);
    }

    /** A site that has no id of its own has its customer's. */
    String siteExternalId() {
        return Optional.ofNullable(text(SITE_EXTERNAL_ID, Optional.empty())).orElse(externalId());
    }

    /** Not yet held against the bounds of its fields. */
    CustomerDetails customer(Optional<CustomerDetails> now) {
        Address address = address("", now.map(CustomerDetails::billingAddress));
        boolean isThere = Stream.of(
                        address.street(), address.city(), address.region(), address.postalCode(), address.countryCode())
                .anyMatch(part -> part != null);
        return new CustomerDetails(
                text("name", now.map(CustomerDetails::name)),
                text("email", now.map(CustomerDetails::email)),
                text("phone", now.map(CustomerDetails::phone)),
                text("taxId", now.map(CustomerDetails::taxId)),
                isThere ? address : null);
    }

    /** Empty where nothing is said of one. */
    Optional<ContactDetails> contact(UUID customer, Optional<ContactDetails> now) {
        return !says(OF_CONTACT)
                ? Optional.empty()
                : Optional.of(new ContactDetails(
                        customer,
                        now.map(ContactDetails::name).orElseGet(() -> text("contactName", Optional.empty())),
                        text("contactPhone", now.map(ContactDetails::phone)),
                        text("contactEmail", now.map(ContactDetails::email)),
                        text("contactLanguage", now.map(ContactDetails::language)),
                        null,
                        now.map(ContactDetails::preferredChannel).orElse(null)));
    }

    /** Empty where nothing is said of one. */
    Optional<ServiceLocationDetails> site(UUID customer, Optional<ServiceLocationDetails> now) {
        return !says(OF_SITE)
                ? Optional.empty()
                : Optional.of(new ServiceLocationDetails(
                        customer,
                        text("siteName", now.map(ServiceLocationDetails::name)),
                        address(OF_SITE, now.map(ServiceLocationDetails::address)),
                        position(now.map(ServiceLocationDetails::position)),
                        text("siteTimeZone", now.map(ServiceLocationDetails::timeZone)),
                        text("siteAccessNotes", now.map(ServiceLocationDetails::accessNotes)),
                        now.map(ServiceLocationDetails::calendar).orElse(null)));
    }

    private boolean says(String of) {
        return fields.entrySet().stream()
                .anyMatch(field -> field.getKey().startsWith(of)
                        && !field.getKey().equals(SITE_EXTERNAL_ID)
                        && !field.getValue().isEmpty());
    }

    private Address address(String of, Optional<Address> now) {
        return new Address(
                text(column(of, "street"), now.map(Address::street)),
                text(column(of, "city"), now.map(Address::city)),
                text(column(of, "region"), now.map(Address::region)),
                text(column(of, "postalCode"), now.map(Address::postalCode)),
                text(column(of, "countryCode"), now.map(Address::countryCode)));
    }

    private String text(String column, Optional<String> now) {
        String text = fields.get(column);
        return text == null ? now.orElse(null) : text.isEmpty() ? null : text;
    }

    /** Null where nobody knows it. */
    private GeoPoint position(Optional<GeoPoint> now) {
        String latitude = fields.get(LATITUDE);
        String longitude = fields.get(LONGITUDE);
        if (latitude == null && longitude == null) {
            return now.orElse(null);
        }
        boolean isTakenAway = (latitude == null || latitude.isEmpty()) && (longitude == null || longitude.isEmpty());
        return isTakenAway
                ? null
                : new GeoPoint(
                        degrees(LATITUDE, now, GeoPoint::latitude, 90),
                        degrees(LONGITUDE, now, GeoPoint::longitude, 180));
    }

    private double degrees(String column, Optional<GeoPoint> now, Function<GeoPoint, Double> part, int bound) {
        String text = fields.get(column);
        if (text == null && now.isPresent()) {
            return part.apply(now.get());
        }
        if (text == null
                || !text.matches(DEGREES)
                || new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(bound)) > 0) {
            throw new Objection.Raised(
                    column,
                    "not-a-coordinate",
                    "It is in degrees, such as 44.4396, from -%1$d to %1$d.".formatted(bound));
        }
        return Double.parseDouble(text);
    }
}
