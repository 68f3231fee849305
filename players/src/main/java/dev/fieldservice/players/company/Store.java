package dev.fieldservice.players.company;

import java.util.Optional;

/**
 * Where what is bought comes to, and of whom it is bought.
 *
 * @param warehouse the id of the place
 * @param lacks the id of a part of which there is too little; empty if each who buys registers one
 */
public record Store(String warehouse, String supplier, Optional<String> lacks) {

    /** Less than that is too little. */
    public static final String REORDER_POINT = "12";
}
