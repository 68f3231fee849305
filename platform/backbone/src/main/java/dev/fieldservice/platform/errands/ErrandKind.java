package dev.fieldservice.platform.errands;

/** A kind of job. Each service has an enum of these; the name is what is stored, so that renaming one needs a migration. */
public interface ErrandKind {

    /** Of the enum constant. */
    String name();
}
