package dev.fieldservice.platform.testing;

import java.util.Collection;

/** What tests need to run against; one implementation with Docker, one without. */
interface TestServers {

    String description();

    /** {@code host:port} */
    String postgres();

    String kafka();

    int smtpPort();

    int imapPort();

    /** A fresh database that the role {@code service} (password the same) owns; returns its name. */
    String newDatabase();

    void createTopics(Collection<String> names, int partitions);
}
