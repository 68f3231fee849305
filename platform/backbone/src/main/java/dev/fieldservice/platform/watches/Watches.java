package dev.fieldservice.platform.watches;

import java.util.List;

/** What a room of a service watches. */
public interface Watches {

    List<Watch> watches();
}
