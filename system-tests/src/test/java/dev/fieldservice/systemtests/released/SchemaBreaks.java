package dev.fieldservice.systemtests.released;

import static dev.fieldservice.systemtests.released.Schemas.reference;
import static dev.fieldservice.systemtests.released.Schemas.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of released schemas is not so any more, as those see it who rely on them. */
final class SchemaBreaks {

    /** Which way it goes decides what may change: more may be taken, and less be given, but not the other way round. */
    enum Way {
        TAKEN(true, false),
        GIVEN(false, true),
        /** An event: what is on its topic from before is still read, and who reads only knows what was before. */
        TOLD(true, true);

        private final boolean isTaken;
        private final boolean isGiven;

        Way(boolean isTaken, boolean isGiven) {
            this.isTaken = isTaken;
            this.isGiven = isGiven;
        }
    }

    private static final List<String> MOST =
            List.of("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum");
    private static final List<String> LEAST =
            List.of("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum");

    private final Way way;
    private final Schemas before;
    private final Schemas now;
    private final Set<String> compared = new HashSet<>();
    private final Set<String> found;

    /** @param found takes what is found, each in words that name it among all others */
    SchemaBreaks(Way way, Schemas before, Schemas now, Set<String> found) {
        this.way = way;
        this.before = before;
        this.now = now;
        this.found = found;
    }

    void compare(String where, JsonNode released, JsonNode present) {
        String name = reference(released);
        if (!name.isEmpty() && !compared.add(name + " " + reference(present))) {
            return;
        }
        String place = name.isEmpty() ? where : word() + " " + name.replaceFirst("^.*/(?=[^/]+$)", "");
        JsonNode old = before.whole(released);
        JsonNode young = now.whole(present);
        if (hasAlternatives(old) || hasAlternatives(young)) {
            alternatives(place, hasAlternatives(old) ? old : released, hasAlternatives(young) ? young : present);
            return;
        }
        types(place, old, young);
        values(place, old, young);
        texts(place, old, young);
        if (way.isTaken) {
            bounds(place, old, young);
        }
        properties(place, old, young);
        if (old.has("items") && young.has("items")) {
            compare(place + "[]", old.path("items"), young.path("items"));
        }
        if (old.path("additionalProperties").isObject()
                && young.path("additionalProperties").isObject()) {
            compare(place + "{}", old.path("additionalProperties"), young.path("additionalProperties"));
        }
    }

    private String word() {
        return switch (way) {
            case TAKEN -> "request";
            case GIVEN -> "answer";
            case TOLD -> "event";
        };
    }

    private void types(String where, JsonNode old, JsonNode young) {
        Set<String> olds = types(old);
        Set<String> youngs = types(young);
        if (way.isTaken
                        && !youngs.isEmpty()
                        && (olds.isEmpty() || !olds.stream().allMatch(type -> holds(youngs, type)))
                || way.isGiven
                        && !olds.isEmpty()
                        && (youngs.isEmpty() || !youngs.stream().allMatch(type -> holds(olds, type)))) {
            found.add("%s: type was %s, is %s".formatted(where, olds, youngs));
        }
    }

    private static boolean holds(Set<String> types, String type) {
        return types.contains(type) || type.equals("integer") && types.contains("number");
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual()
                ? Set.of(type.asText())
                : stream(type).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    private void values(String where, JsonNode old, JsonNode young) {
        Optional<Set<String>> olds = values(old);
        Optional<Set<String>> youngs = values(young);
        if (way.isTaken && youngs.isPresent()) {
            if (olds.isEmpty()) {
                found.add(where + ": takes certain values only");
            } else {
                lacking(olds.get(), youngs.get()).forEach(value -> found.add(where + ": no longer takes " + value));
            }
        }
        if (way.isGiven && olds.isPresent()) {
            if (youngs.isEmpty()) {
                found.add(where + ": may be any value");
            } else {
                lacking(youngs.get(), olds.get()).forEach(value -> found.add(where + ": may now be " + value));
            }
        }
    }

    private static Optional<Set<String>> values(JsonNode schema) {
        if (schema.has("const")) {
            return Optional.of(Set.of(schema.path("const").asText()));
        }
        return schema.has("enum")
                ? Optional.of(stream(schema.path("enum")).map(JsonNode::asText).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Set<String> lacking(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private void texts(String where, JsonNode old, JsonNode young) {
        for (String member : List.of("format", "pattern")) {
            String was = old.path(member).asText();
            String is = young.path(member).asText();
            if (!was.equals(is) && (way.isTaken && !is.isEmpty() || way.isGiven && !was.isEmpty())) {
                found.add("%s: %s was '%s', is '%s'".formatted(where, member, was, is));
            }
        }
    }

    private void bounds(String where, JsonNode old, JsonNode young) {
        bounds(where, MOST, old, young, (was, is) -> is.compareTo(was) < 0);
        bounds(where, LEAST, old, young, (was, is) -> is.compareTo(was) > 0);
    }

    private void bounds(
            String where,
            List<String> members,
            JsonNode old,
            JsonNode young,
            BiPredicate<BigDecimal, BigDecimal> isNarrower) {
        for (String member : members) {
            JsonNode was = old.path(member);
            JsonNode is = young.path(member);
            if (is.isNumber() && (!was.isNumber() || isNarrower.test(was.decimalValue(), is.decimalValue()))) {
                found.add("%s: %s was %s, is %s".formatted(where, member, was.isNumber() ? was : "nothing", is));
            }
        }
    }

    private void properties(String where, JsonNode old, JsonNode young) {
        Set<String> required = required(old);
        Set<String> requiredNow = required(young);
        if (way.isTaken) {
            lacking(requiredNow, required)
                    .forEach(name -> found.add("%s/%s: has to be there now".formatted(where, name)));
        }
        if (way.isGiven) {
            required.stream()
                    .filter(name -> young.path("properties").has(name) && !requiredNow.contains(name))
                    .forEach(name -> found.add("%s/%s: may be missing now".formatted(where, name)));
        }
        for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
            String place = where + "/" + property.getKey();
            JsonNode present = young.path("properties").path(property.getKey());
            if (present.isMissingNode()) {
                found.add(place + ": is no more");
            } else {
                compare(place, property.getValue(), present);
            }
        }
    }

    private static Set<String> required(JsonNode schema) {
        return stream(schema.path("required")).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static boolean hasAlternatives(JsonNode schema) {
        return schema.has("oneOf") || schema.has("anyOf");
    }

    private void alternatives(String where, JsonNode old, JsonNode young) {
        Map<String, JsonNode> olds = alternatives(old);
        Map<String, JsonNode> youngs = alternatives(young);
        olds.forEach((name, alternative) -> {
            if (youngs.containsKey(name)) {
                compare(where + "|" + name, alternative, youngs.get(name));
            } else if (way.isTaken) {
                found.add("%s: no longer takes a %s".formatted(where, name));
            }
        });
        if (way.isGiven) {
            lacking(youngs.keySet(), olds.keySet())
                    .forEach(name -> found.add("%s: may now be a %s".formatted(where, name)));
        }
    }

    /** By what they are called or, without a name, by their type. A schema without alternatives is its only one. */
    private static Map<String, JsonNode> alternatives(JsonNode schema) {
        Map<String, JsonNode> all = new TreeMap<>();
        (hasAlternatives(schema)
                        ? stream(schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf"))
                        : Stream.of(schema))
                .forEach(one -> all.put(
                        reference(one).isEmpty()
                                ? String.join(" or ", types(one))
                                : reference(one).replaceFirst("^.*/", ""),
                        one));
        return all;
    }
}
