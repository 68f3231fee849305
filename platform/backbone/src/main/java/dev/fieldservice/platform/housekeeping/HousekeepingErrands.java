package dev.fieldservice.platform.housekeeping;

import dev.fieldservice.platform.errands.ErrandKind;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import jakarta.enterprise.context.ApplicationScoped;

/** The platform's own job kinds, with their handlers. */
@ApplicationScoped
class HousekeepingErrands implements ErrandTable<HousekeepingErrands.Kind> {

    enum Kind implements ErrandKind {
        HOUSEKEEPING
    }

    private final Housekeeping housekeeping;

    HousekeepingErrands(Housekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @Override
    public Class<Kind> kinds() {
        return Kind.class;
    }

    @Override
    public Handling<?> handling(Kind kind) {
        return switch (kind) {
            case HOUSEKEEPING -> housekeeping;
        };
    }
}
