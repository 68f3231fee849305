package dev.fieldservice.faults.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.faults.evidence.Broker;
import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.invariants.Evidence;
import dev.fieldservice.faults.strikes.Field;
import dev.fieldservice.faults.workload.Calls;
import dev.fieldservice.faults.workload.Opening;
import dev.fieldservice.faults.workload.Phone;
import dev.fieldservice.faults.workload.Play;
import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Options;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.servers.Folders;
import dev.fieldservice.local.servers.PostgresServer;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.KeycloakAdmin;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.players.client.Transport;
import dev.fieldservice.players.company.Company;
import dev.fieldservice.players.company.Customer;
import dev.fieldservice.players.company.Office;
import dev.fieldservice.players.cycle.Turn;
import dev.fieldservice.players.forms.JobForms;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code docs/restore.md} tells people to do, done. */
final class Drill implements AutoCloseable {

    private static final int TECHNICIANS = 4;
    private static final long SEED = 31;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** What was on its way then lay on its topic for less than this. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(1);

    /** What is due in a moment would be done in the stretch that is lost. */
    private static final String TO_BE_DONE =
            "select count(*) from errand where not repeating and state = 'WAITING' and due <= now() + interval '10 seconds'";

    private final LocalStack stack;
    private final Options options;
    private final Path backups;
    private final Transport http = new Client();
    private final Calls calls = new Calls();
    private final Phone phone;
    private final Field field;
    private final Play play;
    private final PostgresArchive archive;

    private final Told told;
    private Instant putBackTo = Instant.MAX;
    private long readAgain;
    private String inTheOutbox = "";
    private int shifts;

    private Drill(Options options, LocalStack stack) throws SQLException, IOException {
        this.options = options;
        this.stack = stack;
        this.backups = Folders.temporary("restore", PostgresServer::endLeftover);
        SignIn signIn = new SignIn(stack.address(), http);
        KeycloakAdmin keycloak = new KeycloakAdmin(stack.address(), http, signIn);
        this.phone = new Phone(http, stack.address(), signIn, calls);
        Company company = Opening.of(new Office(phone), keycloak, TECHNICIANS);
        this.play = new Play(phone, company, TECHNICIANS);
        this.field = Field.of(stack, http, signIn, keycloak, phone, company, calls, SEED, System.out::println);
        this.told = new Told(field.broker());
        this.archive = PostgresArchive.begun(stack, options.data().resolve("postgres"), backups);
    }

    static Drill begun() throws SQLException, IOException {
        Options options = Options.ephemeral().tellingProgressTo(System.out);
        LocalStack stack = LocalStack.start(options);
        try {
            return new Drill(options, stack);
        } catch (SQLException | IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    void work() {
        Shift.work(play, SEED + 100L * shifts++);
    }

    /** 1. Nothing is to be done but to put it back: the broker is behind, or where the databases are. */
    void theDiskOfTheDatabasesIsLostAndTheArchiveIsWhole() throws SQLException, IOException {
        System.out.println("  drill: the disk of the databases is lost, the archive is whole");
        drain();
        archive.complete();
        stack.killPostgres();
        archive.putBack(Optional.empty());
        awaitReady();
    }

    /** 2. Nobody has told inventory anything since then but the events. */
    void oneDatabaseIsPutBackAlone() throws SQLException, IOException {
        System.out.println("  drill: one database is put back alone");
        drain();
        Instant then = archive.now();
        Shift.work(
                play, SEED + 100L * shifts++, Turn.REPLACES_VALVE, Turn.IS_RESTOCKED); // nothing is done in the store
        drain();
        archive.complete();
        long seen = count(Service.INVENTORY, "select count(*) from inbox");
        stop(List.of(Service.INVENTORY));
        Path folder = Folders.create(backups.resolve("besides"));
        try (PostgresServer besides = archive.besides(folder, then);
                Connection from = DriverManager.getConnection(
                        "jdbc:postgresql://" + besides.address() + "/inventory", "postgres", "");
                Connection to = databases().connect(Service.INVENTORY)) {
            CopiedDatabase.copy(from, to);
        }
        readAgain = seen - count(Service.INVENTORY, "select count(*) from inbox");
        broker().rewind(Service.INVENTORY, then.minus(LONGEST_WAY));
        stack.service(Service.INVENTORY).start();
        drain();
    }

    /** 3. The broker knows more than anybody else. */
    void allDatabasesArePutBack() throws SQLException, IOException {
        System.out.println("  drill: all databases are put back");
        drain();
        String ticket = calledWhileTheBrokerIsAway(() -> putBackTo = archive.now());
        var _ = Shift.inVain(stack, http, play.company());
        archive.complete();
        stop(Databases.services());
        Instant until = Instant.now();
        told.inVain(putBackTo, until);
        stack.killPostgres();
        archive.putBack(Optional.of(putBackTo));
        assertThat(count(Service.TICKET, "select count(*) from outbox")).isPositive();
        for (Service service : Databases.services()) {
            broker().rewind(service, putBackTo.minus(LONGEST_WAY));
            stack.service(service).set("FIELDSERVICE_EVENTS_UNTOLD", putBackTo + "/" + until);
        }
        drawNoNumberTwice();
        stack.start(Databases.services());
        retell();
        callOff(ticket);
        drain();
    }

    /** 4. The databases know more than the broker, which knows nothing. */
    void theBrokerIsLost() throws SQLException, IOException {
        System.out.println("  drill: the broker has lost its topics");
        drain();
        told.keep();
        String ticket = calledWhileTheBrokerIsAway(() -> {
            Databases.services().forEach(service -> stack.service(service).kill());
            Folders.delete(options.data().resolve("kafka"));
        });
        for (Service service : Databases.services()) {
            databases()
                    .execute(service, "update parked_message set \"offset\" = -1 - \"offset\" where \"offset\" >= 0");
        }
        stack.start(Databases.services());
        retell();
        callOff(ticket);
        drain();
    }

    /** Something that may fail for the database, too. */
    private interface Accident {
        void happen() throws SQLException, IOException;
    }

    /** What was called then lies in the outbox when it happens. */
    private String calledWhileTheBrokerIsAway(Accident accident) throws SQLException, IOException {
        Customer customer = Customer.registered(phone);
        stack.stopKafka();
        String ticket = phone.create(Player.DANA, "/v1/tickets", customer.ticket());
        if (inTheOutbox.isEmpty()) {
            inTheOutbox = ticket;
        }
        accident.happen();
        stack.startKafka();
        return ticket;
    }

    /** Sequences are moved beyond what people have heard of; invoices and credit notes begin series of their own. */
    private void drawNoNumberTwice() {
        databases().execute(Service.TICKET, "select setval('ticket_number', nextval('ticket_number') + 1000)");
        databases().execute(Service.TICKET, "select setval('contract_number', nextval('contract_number') + 1000)");
        databases()
                .execute(
                        Service.DISPATCH,
                        "select setval('service_order_number', nextval('service_order_number') + 1000)");
        stack.service(Service.BILLING).set("FIELDSERVICE_BILLING_SERIES", "FSA");
        stack.service(Service.BILLING).set("FIELDSERVICE_CREDIT_NOTES_SERIES", "CNA");
    }

    /** What compacted topics had of before may be gone, or lie below what counts as never told. */
    private void retell() {
        Topics.ROUTES.stream()
                .filter(route -> Topics.COMPACTED.contains(route.topic()))
                .forEach(route -> phone.post(
                        Player.ADMIN,
                        "/v1/operations/%s/topics/%s/retell".formatted(route.producer(), route.topic()),
                        ""));
    }

    private void callOff(String ticket) {
        var _ = phone.awaitFirst(Player.DANA, "/v1/service-orders?ticketId=" + ticket);
        var _ = phone.post(Player.DANA, "/v1/tickets/" + ticket + "/cancel", JobForms.reason("S-a rezolvat"));
    }

    private void stop(List<Service> services) {
        var _ = Together.map(services, service -> {
            stack.service(service).stop();
            return service;
        });
        await().atMost(PATIENCE).until(() -> services.stream().allMatch(service -> broker().members(service) == 0));
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .until(() -> Arrays.stream(Service.values())
                        .allMatch(service -> phone.glance(
                                        Player.ANA, stack.address().service(service), "/q/health/ready")
                                .isOk()));
    }

    private void drain() {
        await().atMost(PATIENCE)
                .until(() -> Databases.services().stream()
                        .allMatch(service -> broker().lag(service) == 0
                                && count(service, "select count(*) from outbox") == 0
                                && count(service, TO_BE_DONE) == 0));
    }

    Evidence evidence() {
        drain();
        return Evidence.after(field, play, List.of(), told.counting(), Instant.now());
    }

    Told told() {
        return told;
    }

    /** Events that took effect in inventory twice, once before its database was put back and once after. */
    long readAgain() {
        return readAgain;
    }

    /** Events that lay in an outbox when all databases were put back, and came to their topic before and then anew. */
    long sentAgain() {
        return told.again(inTheOutbox);
    }

    int technicians() {
        return play.company().technicians().size();
    }

    Databases databases() {
        return field.databases();
    }

    private Broker broker() {
        return field.broker();
    }

    private long count(Service service, String sql) {
        return databases().number(service, sql);
    }

    @Override
    public void close() {
        stack.close();
        Folders.delete(backups);
    }
}
