package dev.fieldservice.bench.requests;

import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Player;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Some dispatchers who work at once: one caller alone gets a share of a service only, whatever is free beside it. */
record Office(List<Player> dispatchers) {

    private static final int PEOPLE = 4;

    static Office of(Stack stack, String group) {
        return new Office(stack.people(group, PEOPLE, Role.DISPATCHER));
    }

    /** What all of them send over so many connections. */
    List<Call> share(int connections, Function<Player, Call> request) {
        return IntStream.range(0, connections)
                .mapToObj(connection -> request.apply(dispatchers.get(connection % PEOPLE)))
                .toList();
    }
}
