package dev.fieldservice.billing.invoices;

import dev.fieldservice.billing.pricing.Place;
import dev.fieldservice.contracts.CustomerRef;
import java.util.Optional;

/**
 * What an invoice says of a job that can be corrected as long as it is a draft.
 *
 * @param siteCountry where the machine stands; null if it was not said
 * @param site the same, as far as prices ask; null if it was not kept
 * @param calledOff null if the job was wanted to its end, as far as is known
 */
public record Circumstances(CustomerRef buyer, String siteCountry, Place site, CalledOff calledOff) {

    /** As they are known now. When it was first called off stands, whatever is corrected after that. */
    Circumstances followedBy(Circumstances now) {
        return new Circumstances(
                now.buyer,
                Optional.ofNullable(now.siteCountry).orElse(siteCountry),
                Optional.ofNullable(now.site).orElse(site),
                Optional.ofNullable(calledOff).orElse(now.calledOff));
    }

    /** The same of an invoice whose work was not kept. */
    Circumstances withoutSite() {
        return new Circumstances(buyer, siteCountry, null, calledOff);
    }

    /** The same, asked of somebody else. */
    Circumstances askedOf(CustomerRef another) {
        return new Circumstances(another, siteCountry, site, calledOff);
    }
}
