package dev.fieldservice.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is measured, by the name that git has for it. */
final class Commit {

    private Commit() {}

    /** "an unknown commit" where it cannot be told. */
    static String of(Path checkout) {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .directory(checkout.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var name = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "an unknown commit" : name;
        } catch (IOException noGit) {
            return "an unknown commit";
        }
    }
}
