package dev.fieldservice.local;

import java.io.PrintStream;

/** Something that plays on a running stack as its clients would. Found by {@link java.util.ServiceLoader}. */
public interface Scenario {

    /** @return the exit code: 0 when everything went as it should */
    int play(StackAddress addresses, PrintStream out);
}
