package dev.fieldservice.inventory.partimports;

import dev.fieldservice.platform.aggregates.By;
import dev.fieldservice.platform.imports.ListFile;
import dev.fieldservice.platform.imports.ListImport;
import jakarta.persistence.Entity;

/** A list of parts that somebody has sent, and what becomes of it. */
@Entity
public class PartImport extends ListImport {

    protected PartImport() {}

    static PartImport of(ListFile list, boolean isDryRun, By by) {
        PartImport made = new PartImport();
        made.begin(list, isDryRun, by);
        return made;
    }

    @Override
    public String kind() {
        return "part-import";
    }
}
