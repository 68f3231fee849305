package dev.fieldservice.players.cycle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Driver;
import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.company.Technician;
import dev.fieldservice.players.forms.Slot;
import dev.fieldservice.players.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One case as it is being played: whose it is, and what the steps before have made. */
public final class Job {

    private final Scene scene;
    private final Company company;
    private final Technician technician;
    private final boolean isGoodwill;
    private final List<TakenAway> takenAway = new ArrayList<>();

    private Optional<Customer> customer = Optional.empty();
    private Optional<Bought> bought = Optional.empty();
    private Optional<String> crew = Optional.empty();
    private OpenOrder opened = new OpenOrder("", "");
    private String invoice = "";
    private int billable;
    private boolean hasAKind;
    private boolean hasAContract;
    private Optional<Instant> setOffAt = Optional.empty();
    private Instant beganAt = Instant.EPOCH;
    private Map<String, byte[]> papers = Map.of();
    private final List<String> outcome = new ArrayList<>();

    /** What the store has bought, and by which line of which order. */
    record Bought(String part, String order, String line) {}

    /** That it was on somebody's phone and must not be there any more. */
    public record TakenAway(String order, Player from) {}

    public Job(Scene scene, Company company, Technician technician) {
        this.scene = scene;
        this.company = company;
        this.technician = technician;
        this.isGoodwill = takes(Turn.IS_GOODWILL);
    }

    /** Of somebody who is registered already. */
    public Job of(Customer known) {
        customer = Optional.of(known);
        return this;
    }

    /** To be given to the crew that the technician is in. */
    public Job forCrew(String id) {
        crew = Optional.of(id);
        return this;
    }

    @CanIgnoreReturnValue
    public Job play(List<Step> steps) {
        steps.forEach(step -> step.play(this));
        return this;
    }

    public Company company() {
        return company;
    }

    public Technician technician() {
        return technician;
    }

    /** @throws java.util.NoSuchElementException before the call */
    public Customer customer() {
        return customer.orElseThrow();
    }

    public String ticket() {
        return opened.ticket();
    }

    public String order() {
        return opened.order();
    }

    public String invoice() {
        return invoice;
    }

    public List<TakenAway> takenAway() {
        return List.copyOf(takenAway);
    }

    /** The address of the work order. */
    public String workOrder() {
        return "/v1/work-orders/" + order();
    }

    /** The address of what belongs to the work order. */
    public String path(String rest) {
        return workOrder() + "/" + rest;
    }

    String serviceOrder() {
        return "/v1/service-orders/" + order();
    }

    /** The technician's command on this work order. */
    @CanIgnoreReturnValue
    public Answer onSite(String what, String command, String body) {
        return does(technician.person(), what, path(command), body);
    }

    /** Somebody's command that has to be carried out. */
    @CanIgnoreReturnValue
    Answer does(Player who, String what, String path, String body) {
        return story().does(who, what, () -> driver().post(who, path, body));
    }

    /** The same for what can be carried out but once. */
    @CanIgnoreReturnValue
    Answer doesOnce(Player who, String what, String path, String body) {
        return story().does(who, what, () -> driver().postOnce(who, path, body));
    }

    /** Somebody looks at something. */
    Answer looks(Player who, String what, String path) {
        return story().does(who, what, () -> driver().read(who, path));
    }

    /** Somebody's command that may be refused. */
    Answer tries(Player who, String what, String path, String body) {
        return story().does(who, what, () -> driver().tryPost(who, path, body));
    }

    /** Looks until the ticket is in the state that it comes to by itself. */
    void ticketBecomes(String state, String event) {
        var ticket = "/v1/tickets/" + ticket();
        story().follows(
                        "ticket-service",
                        event,
                        "the ticket is " + state,
                        () -> driver().awaitState(Player.DANA, ticket, state));
    }

    Driver driver() {
        return scene.driver();
    }

    Story story() {
        return scene.story();
    }

    Optional<Mailbox> mailbox() {
        return scene.mailbox();
    }

    Slot nextSlot(Technician whose) {
        return scene.calendar().apply(whose);
    }

    boolean takes(Turn turn) {
        return scene.course().takes(turn);
    }

    boolean isWatched() {
        return takes(Turn.IS_WATCHED);
    }

    Way way() {
        return scene.course().way();
    }

    int between(int least, int usual, int most) {
        return scene.course().between(least, usual, most);
    }

    boolean isGoodwill() {
        return isGoodwill;
    }

    void isOfAKind() {
        hasAKind = true;
    }

    boolean hasAKind() {
        return hasAKind;
    }

    void agreed() {
        hasAContract = true;
    }

    boolean hasAContract() {
        return hasAContract;
    }

    Optional<Customer> knownCustomer() {
        return customer;
    }

    Optional<String> crew() {
        return crew;
    }

    /** Empty if nothing was. */
    Optional<Bought> bought() {
        return bought;
    }

    void buys(Bought goods) {
        bought = Optional.of(goods);
    }

    void opened(Customer by, OpenOrder as) {
        customer = Optional.of(by);
        opened = as;
    }

    /** The same once more for the same customer, as another order of the ticket. */
    Job again(String order) {
        var again = new Job(scene, company, technician);
        again.opened(customer(), new OpenOrder(ticket(), order));
        again.hasAContract = hasAContract;
        return again;
    }

    void tookAway(Technician from) {
        takenAway.add(new TakenAway(order(), from.person()));
    }

    /** Something more, or less, that the invoice has to have a line for. */
    public void addBillable(int more) {
        billable += more;
    }

    boolean isBillable() {
        return billable > 0;
    }

    void setsOff() {
        setOffAt = Optional.of(Instant.now());
    }

    void begins() {
        beganAt = Instant.now();
    }

    /** Empty if nobody told. */
    Optional<Instant> setOffAt() {
        return setOffAt;
    }

    Instant beganAt() {
        return beganAt;
    }

    void invoiced(String id) {
        invoice = id;
    }

    /** What the customer was sent with the invoice, by the names of the files. */
    public Map<String, byte[]> papers() {
        return papers;
    }

    void sent(Map<String, byte[]> files) {
        papers = files;
    }

    /** What there is to be seen in the end, a line each. */
    public List<String> outcome() {
        return List.copyOf(outcome);
    }

    void ends(String what, String how) {
        outcome.add("%-8s %s".formatted(what, how));
    }
}
