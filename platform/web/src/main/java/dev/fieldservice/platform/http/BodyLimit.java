package dev.fieldservice.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The size limit of an operation's request body. What carries none takes {@link #USUAL}. The check and the API description
 * both read it here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {

    /** Several times the largest form that anybody fills in. */
    String USUAL = "64K";

    /** In bytes; {@code K} and {@code M} are binary. */
    String value();
}
