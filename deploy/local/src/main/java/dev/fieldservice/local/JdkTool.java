package dev.fieldservice.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of the JDK that runs this stack. */
enum JdkTool {
    JAVA("java"),
    JCMD("jcmd");

    private final Path file;

    JdkTool(String name) {
        this.file = Path.of(System.getProperty("java.home"), "bin", name);
    }

    String path() {
        return file.toString();
    }

    boolean isThere() {
        return Files.isExecutable(file);
    }
}
