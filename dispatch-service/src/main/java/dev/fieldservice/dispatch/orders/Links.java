package dev.fieldservice.dispatch.orders;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.LocationRef;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links from the job to the map and to directions, one tap on the phone. */
public record Links(
        @Schema(
                description = "geo URI (RFC 5870) that opens the phone's map",
                examples = "geo:44.4269,26.0346?q=44.4269,26.0346(Magazin%20Cotroceni)")
        String map,

        @Schema(
                description = "Directions, on any device",
                examples = "https://www.google.com/maps/dir/?api=1&destination=44.4269%2C26.0346")
        String directions) {

    /** To its address as long as nobody knows where it lies: maps find most of them. */
    public static Links to(LocationRef site) {
        if (site.position() == null) {
            String address = encoded(address(site.address()));
            return new Links("geo:0,0?q=" + address, "https://www.google.com/maps/dir/?api=1&destination=" + address);
        }
        String point = decimal(site.position().latitude()) + ","
                + decimal(site.position().longitude());
        return new Links(
                "geo:" + point + "?q=" + point + "(" + encoded(site.name()) + ")",
                "https://www.google.com/maps/dir/?api=1&destination=" + encoded(point));
    }

    private static String address(Address address) {
        return Stream.of(address.street(), address.postalCode(), address.city(), address.countryCode())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String decimal(double degrees) {
        return BigDecimal.valueOf(degrees).toPlainString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
