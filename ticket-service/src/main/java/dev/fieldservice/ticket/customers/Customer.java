package dev.fieldservice.ticket.customers;

import dev.fieldservice.contracts.Address;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.aggregates.Aggregate;
import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.ticket.externalids.ExternalId;
import dev.fieldservice.ticket.externalids.ExternalIds;
import jakarta.persistence.Entity;
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

    @JdbcTypeCode(SqlTypes.JSON)
    ExternalIds externalIds = ExternalIds.NONE;

    protected Customer() {}

    public static Customer register(CustomerDetails details, By by) {
        Customer customer = new Customer();
        customer.id = Ids.next();
        customer.set(details);
        customer.note("REGISTERED", by, by.at(), null);
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
        if (differsFrom(details)) {
            set(details);
            note("CHANGED", by, by.at(), null);
        }
    }

    /** Of each system it has one id. */
    public void isKnownAs(ExternalId id, By by) {
        if (!externalIds.contain(id)) {
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
