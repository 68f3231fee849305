package dev.fieldservice.systemtests.faults.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.systemtests.faults.workload.Company.Technician;
import java.util.Random;

/** One cycle as it is being played: whose it is, and what the steps before have made. What it does follows from the seed. */
public final class Job {

    private static final double GOODWILL = 0.06;
    private static final double EIGHT_AT_ONCE = 0.02;
    private static final double SIXTY_FOUR_AT_ONCE = 0.0015;

    final Play play;
    final Phone phone;
    final Company company;
    final Technician technician;
    final Random random;
    final boolean isFirstOfTechnician;

    /** Nothing is used and no time is written down: there will be nothing to bill. */
    final boolean isGoodwill;

    String ticket = "";
    String order = "";
    int billable;

    Job(Play play, Technician technician, long seed, boolean isFirstOfTechnician) {
        this.play = play;
        this.phone = play.phone();
        this.company = play.company();
        this.technician = technician;
        this.random = new Random(seed);
        this.isFirstOfTechnician = isFirstOfTechnician;
        this.isGoodwill = !isFirstOfTechnician && happens(GOODWILL);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** The technician's command on this work order, now and then sent 8 or 64 times at once under one key. */
    @CanIgnoreReturnValue
    Answer onSite(String command, String body) {
        return insist(technician.person(), path(command), body);
    }

    @CanIgnoreReturnValue
    Answer insist(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 ? phone.command(who, path, body) : phone.insist(crowd, who, path, body);
    }

    /** The same for what can be done once only: also under as many keys as there are senders. */
    @CanIgnoreReturnValue
    Answer once(Player who, String path, String body) {
        int crowd = crowd();
        return crowd == 1 || random.nextBoolean()
                ? phone.insist(crowd, who, path, body)
                : phone.race(crowd, who, path, body);
    }

    private int crowd() {
        double dice = random.nextDouble();
        if (dice < SIXTY_FOUR_AT_ONCE) {
            return 64;
        }
        return dice < SIXTY_FOUR_AT_ONCE + EIGHT_AT_ONCE ? 8 : 1;
    }

    String path(String command) {
        return workOrder() + "/" + command;
    }

    String workOrder() {
        return "/v1/work-orders/" + order;
    }
}
