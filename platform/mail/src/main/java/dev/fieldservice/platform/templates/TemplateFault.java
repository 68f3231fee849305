package dev.fieldservice.platform.templates;

/**
 * One thing that is wrong with a template.
 *
 * @param line of the template, from 1
 * @param code stable, kebab-case
 * @param detail for people
 */
public record TemplateFault(int line, String code, String detail) {}
