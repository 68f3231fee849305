package dev.fieldservice.ticket.customerimports;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.imports.ListFile;
import dev.fieldservice.platform.imports.ListImport;
import jakarta.persistence.Entity;

/** A list of customers that somebody has sent, and what becomes of it. */
@Entity
public class CustomerImport extends ListImport {

    /** Whose ids they are. */
    String system;

    protected CustomerImport() {}

    static CustomerImport of(ListFile list, String system, boolean isDryRun, By by) {
        CustomerImport made = new CustomerImport();
        made.system = system;
        made.begin(list, isDryRun, by);
        return made;
    }

    @Override
    public String kind() {
        return "customer-import";
    }
}
