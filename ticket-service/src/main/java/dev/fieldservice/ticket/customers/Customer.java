package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.ExternalIds;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who is served and who pays. */
@Entity
public class Customer extends Aggregate {

    String name;
    String email;
    String phone;
    String taxId;

    @JdbcTypeCode(SqlTypes.JSON)
    Address billingAddress;

    String notes;
    String[] tags = {};

    /** Null unless they are the same as another, who took over what was theirs. */
    UUID mergedInto;

    @JdbcTypeCode(SqlTypes.JSON)
    ExternalIds externalIds = ExternalIds.NONE;

    protected Customer() {}

    public static Customer register(CustomerDetails details, By by) {
        Customer customer = new Customer();
        customer.id = Ids.next();
        customer.set(details);
        customer.note("REGISTERED", by, by.at(), null);
        customer.tellAgain(by);
        return customer;
    }

    /** False for the same once more. */
    public boolean differsFrom(CustomerDetails details) {
        return !details().equals(details);
    }

    public CustomerDetails details() {
        return new CustomerDetails(name, email, phone, taxId, billingAddress);
    }

    public void change(CustomerDetails details, By by) {
        requireNotMerged();
        if (differsFrom(details)) {
            set(details);
            note("CHANGED", by, by.at(), null);
            tellAgain(by);
        }
    }

    void remark(CustomerRemarks remarks, By by) {
        requireNotMerged();
        String[] wanted = remarks.tags().stream().distinct().sorted().toArray(String[]::new);
        if (!Objects.equals(notes, remarks.notes()) || !Arrays.equals(tags, wanted)) {
            notes = remarks.notes();
            tags = wanted;
            note("REMARKED", by, by.at(), String.join(", ", wanted));
        }
    }

    /** The other who they turned out to be. */
    public Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    /** Refused with 409 where they are another by now. */
    void requireNotMerged() {
        if (mergedInto != null) {
            throw new Refusal.Conflict("customer-merged", mergedWords()).refused();
        }
    }

    /** What is named here is refused with 422 where they are another by now. */
    public void requireNotMerged(String pointer) {
        if (mergedInto != null) {
            throw Refusal.RuleViolated.at(pointer, "customer-merged", mergedWords());
        }
    }

    private String mergedWords() {
        return "This customer was merged into another: take " + mergedInto + ".";
    }

    /**
     * Once and for all.
     *
     * @param took what went over, for people who read the history
     * @return what the kept one is called from now on, too
     */
    ExternalIds mergeInto(Customer kept, String took, By by) {
        mergedInto = kept.id;
        ExternalIds handedOver = externalIds.besides(kept.externalIds);
        externalIds = externalIds.without(handedOver);
        note("MERGED", by, by.at(), kept.name + " (" + kept.id + ")");
        tellAgain(by);
        kept.note("TOOK_OVER", by, by.at(), name + " (" + id + "): " + took);
        return handedOver;
    }

    public boolean isCalled(ExternalId id) {
        return externalIds.contain(id);
    }

    /** Of each system it has one id. */
    public void isKnownAs(ExternalId id, By by) {
        requireNotMerged();
        if (!isCalled(id)) {
            externalIds = externalIds.with(id);
            note("EXTERNAL_ID_SET", by, by.at(), id.toString());
        }
    }

    private void set(CustomerDetails details) {
        name = details.name();
        email = details.email();
        phone = details.phone();
        taxId = details.taxId();
        billingAddress = details.billingAddress();
    }

    /** Raises the event that carries who they are. */
    public void tellAgain(By by) {
        raise(new CustomerEvent.Changed(this, by.at()));
    }

    public CustomerRef ref() {
        return new CustomerRef(id, name, email, phone, taxId, billingAddress);
    }

    @Override
    public String kind() {
        return "customer";
    }

    @Override
    public UUID correlationId() {
        return null;
    }
}
