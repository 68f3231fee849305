package dev.fieldservice.platform.pictures;

import java.io.IOException;

/** A picture that is not taken. The message tells the sender why. */
public final class UnfitPicture extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Fault {
        /** It is not what it says it is, or is damaged, or carries something else. */
        UNREADABLE,
        /** It has more bytes or pixels than are taken. */
        TOO_LARGE
    }

    private final Fault fault;

    UnfitPicture(Fault fault, String why) {
        super(why);
        this.fault = fault;
    }

    static UnfitPicture unreadable(String why) {
        return new UnfitPicture(Fault.UNREADABLE, why);
    }

    public Fault fault() {
        return fault;
    }
}
