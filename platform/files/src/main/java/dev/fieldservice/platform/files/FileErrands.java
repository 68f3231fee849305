package dev.fieldservice.platform.files;

import dev.fieldservice.platform.errands.ErrandKind;
import dev.fieldservice.platform.errands.ErrandTable;
import dev.fieldservice.platform.errands.Handling;
import jakarta.enterprise.context.ApplicationScoped;

/** The jobs of a service that keeps files. */
@ApplicationScoped
class FileErrands implements ErrandTable<FileErrands.Kind> {

    enum Kind implements ErrandKind {
        FILE_SWEEP
    }

    private final Sweeping sweeping;

    FileErrands(Sweeping sweeping) {
        this.sweeping = sweeping;
    }

    @Override
    public Class<Kind> kinds() {
        return Kind.class;
    }

    @Override
    public Handling<?> handling(Kind kind) {
        return switch (kind) {
            case FILE_SWEEP -> sweeping;
        };
    }
}
