package dev.fieldservice.ticket.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Under what a request is, as it was when the request was recorded: what is changed afterwards, and in which order events come, makes
 * no difference to what is covered.
 *
 * @param askedOn the day on which it was asked for, by the site's clock: what was agreed on that day counts
 * @param contract null if there is none
 * @param warranty null if there is none; of several the oldest
 * @param further the other warranties of the machine, the oldest first; null in what was agreed before they were kept
 */
public record Agreement(LocalDate askedOn, Contracted contract, Warranted warranty, List<Warranted> further) {

    /** A contract in the version that counts. */
    public record Contracted(
            UUID id,
            String number,
            String name,
            int terms,
            List<Clause> covered,
            List<Held> held,
            List<Promise> promises) {

        Contracted holding(List<Held> some) {
            return new Contracted(id, number, name, terms, covered, some, promises);
        }
    }

    /** A warranty of the machine. */
    public record Warranted(UUID id, String name, List<Clause> covered) {}

    /** As others are told of it: a decision about coverage follows when its work is closed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ref(UUID contractId, String contractNumber, String contractName, UUID warrantyId) {}

    /** Null where it is under nothing. */
    static Agreement of(LocalDate askedOn, Optional<Contracted> contract, List<Warranted> warranties) {
        return contract.isEmpty() && warranties.isEmpty()
                ? null
                : new Agreement(
                        askedOn,
                        contract.orElse(null),
                        warranties.stream().findFirst().orElse(null),
                        warranties.stream().skip(1).toList());
    }

    /** The oldest first. */
    public Stream<Warranted> warranties() {
        return Stream.concat(
                Stream.ofNullable(warranty), Stream.ofNullable(further).flatMap(List::stream));
    }

    public Ref ref() {
        return new Ref(
                contract == null ? null : contract.id(),
                contract == null ? null : contract.number(),
                contract == null ? null : contract.name(),
                warranty == null ? null : warranty.id());
    }

    public Stream<Held> held() {
        return contract == null ? Stream.empty() : contract.held().stream();
    }

    /** What the contract promises for requests of a priority; empty where it promises nothing. */
    public Optional<Promise> promise(String priority) {
        return Optional.ofNullable(contract).stream()
                .flatMap(known -> known.promises().stream())
                .filter(promise -> promise.priority().name().equals(priority))
                .findFirst();
    }
}
