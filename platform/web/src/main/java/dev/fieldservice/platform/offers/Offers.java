package dev.fieldservice.platform.offers;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * On the list of commands that a thing takes now: whoever is answered is shown those of them that are endpoints, and whose
 * roles let them in there ({@link CommandRights}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = OfferedCommands.class)
public @interface Offers {

    /** Where the commands are given, such as {@code /v1/tickets/{id}}: each word is one segment more. */
    String value();
}
