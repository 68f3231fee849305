package dev.fieldservice.platform.errands;

/** Trying again will not help: a job that fails with this is given up at once. */
public class FinalFailure extends RuntimeException {

    public FinalFailure(String why, Throwable cause) {
        super(why, cause);
    }
}
