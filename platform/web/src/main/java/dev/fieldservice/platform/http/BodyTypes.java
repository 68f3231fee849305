package dev.fieldservice.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The media types of an upload's body. What carries none takes JSON. It stands in place of {@code @Consumes}: by that Quarkus
 * refuses a request before it is known which operation was meant, so that the answer could not say what is taken.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyTypes {

    /** Such as {@code image/jpeg}. */
    String[] value();
}
