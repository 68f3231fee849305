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

    CustomerImport(ListFile list, String system, boolean isDryRun, By by) {
        super(list, isDryRun, by);
        this.system = system;
    }

    @Override
    public String kind() {
        return "customer-import";
    }
}
