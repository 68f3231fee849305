package dev.fieldservice.platform.retelling;

import dev.fieldservice.platform.errands.ErrandKind;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import jakarta.enterprise.context.ApplicationScoped;

/** The job that raises events anew. */
@ApplicationScoped
class RetellingErrands implements ErrandTable<RetellingErrands.Kind> {

    enum Kind implements ErrandKind {
        RETELLING
    }

    private final Retellings retellings;

    RetellingErrands(Retellings retellings) {
        this.retellings = retellings;
    }

    @Override
    public Class<Kind> kinds() {
        return Kind.class;
    }

    @Override
    public Handling<?> handling(Kind kind) {
        return switch (kind) {
            case RETELLING -> retellings;
        };
    }
}
