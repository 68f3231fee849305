package dev.fieldservice.systemtests;

import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Customer;

/** A customer who calls, again and again. */
record NewTicket(Api api, String request) {

    NewTicket(Api api) {
        this(api, Customer.registered(api).ticket());
    }

    /** The new ticket's id. */
    String open() {
        return api.create(Player.DANA, "/v1/tickets", request);
    }

    /** May be refused. */
    Answer tryToOpen() {
        return api.tryPost(Player.DANA, "/v1/tickets", request);
    }
}
