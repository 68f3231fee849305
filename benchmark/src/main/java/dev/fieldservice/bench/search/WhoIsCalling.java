package dev.fieldservice.bench.search;

import dev.fieldservice.bench.figures.Figure;
import dev.fieldservice.bench.measure.Effort;
import dev.fieldservice.bench.measure.Finding;
import dev.fieldservice.bench.measure.Percentiles;
import dev.fieldservice.bench.measure.Unmeasurable;
import dev.fieldservice.bench.stack.Stack;
import dev.fieldservice.local.Service;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Player;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Whoever calls is found while they are on the line, by whatever they say, among very many. */
public final class WhoIsCalling implements Figure {

    private static final int MANY = 200_000;
    private static final double TARGET = 50;

    /** What callers say of the n-th customer, each kind in another way. */
    private static final List<Said> SAID = List.of(
            new Said("a telephone number", n -> "0040 21-%07d".formatted(n)),
            new Said("an e-mail address", n -> "Birou%d@firme.example".formatted(n)),
            new Said("a VAT id", n -> "RO " + (10_000_000 + n)),
            new Said("a serial number", n -> "fx %d".formatted(n)),
            new Said("a ticket number", n -> "t-" + n),
            new Said("a name", n -> "lactate ionescu " + n),
            new Said("the beginning of a name that many have", n -> "Lactate"),
            new Said("a contact's name that many have", n -> "stefan popescu"),
            new Said("a street and number", n -> "strada lungă " + n % 5_000),
            new Said("a misspelt name", n -> "lactatte ionesku"));

    private static final String FILL = """
            set session_replication_role = replica;
            create temporary table made as
            select n, lpad(to_hex(n), 12, '0') as hex, (hashint4(n) & 1023) %% 20 as first, (hashint4(n + 1) & 1023) %% 25 as last
              from generate_series(1, %d) n;
            create temporary table word as select
                '{Ion,Maria,Ștefan,Elena,Andrei,Ioana,Mihai,Ana,Vasile,Cristina,Gheorghe,Daniela,Adrian,Li,Florin,Gabriela,Sorin,'
                'Bogdan,Alexandru,Roxana}'::text[] as first,
                '{Popescu,Ionescu,Popa,Radu,Dumitru,Stan,Stoica,Matei,Ciobanu,Rusu,Munteanu,Lazăr,Florea,Mocanu,Toma,Sandu,'
                'Țurcanu,Dragomir,Nistor,Moldovan,Olaru,Bălan,Costea,Constantin,Gheorghe}'::text[] as last,
                '{Frigotehnica,Lactate,Moara,Hotel,Clinica}'::text[] as trade,
                '{București,Cluj-Napoca,Timișoara,Iași,Constanța,Brașov,Craiova,Galați}'::text[] as city,
                '{Strada Fabricii,Strada Lungă,Calea Victoriei,Bulevardul Unirii}'::text[] as street;
            insert into customer (id, version, name, email, phone, tax_id, billing_address)
            select cast('cccc0000-0000-7000-8000-' || hex as uuid), 0,
                   w.trade[1 + n %% 5] || ' ' || w.last[1 + m.last] || ' ' || n || ' SRL', 'birou' || n || '@firme.example',
                   '+4021' || lpad(n::text, 7, '0'), 'RO' || 10000000 + n,
                   jsonb_build_object('street', w.street[1 + n %% 4] || ' ' || n %% 300, 'city', w.city[1 + n %% 8],
                                      'countryCode', 'RO')
              from made m, word w;
            insert into contact (id, version, customer_id, name, phone, email)
            select cast('aaaa0000-0000-7000-8000-' || hex as uuid), 0, cast('cccc0000-0000-7000-8000-' || hex as uuid),
                   w.first[1 + m.first] || ' ' || w.last[1 + m.last], '+4074' || lpad(n::text, 7, '0'),
                   'contact' || n || '@firme.example'
              from made m, word w;
            insert into service_location (id, version, customer_id, name, address, time_zone)
            select cast('bbbb0000-0000-7000-8000-' || hex as uuid), 0, cast('cccc0000-0000-7000-8000-' || hex as uuid),
                   'Sediu ' || n,
                   jsonb_build_object('street', w.street[1 + n %% 4] || ' ' || n %% 5000, 'city', w.city[1 + n %% 8],
                                      'countryCode', 'RO'), 'Europe/Bucharest'
              from made m, word w;
            insert into asset (id, version, customer_id, location_id, name, serial_number, manufacturer)
            select cast('dddd0000-0000-7000-8000-' || hex as uuid), 0, cast('cccc0000-0000-7000-8000-' || hex as uuid),
                   cast('bbbb0000-0000-7000-8000-' || hex as uuid), 'Chiller', 'FX-' || n, 'Frigomont' from made""";

    private record Said(String kind, IntFunction<String> text) {}

    @Override
    public String id() {
        return "P16";
    }

    @Override
    public Set<Service> needs() {
        return EnumSet.of(Service.TICKET, Service.GATEWAY);
    }

    @Override
    public List<Finding> measure(Stack stack, Effort effort) {
        int many = effort.scaled(MANY);
        stack.databases().execute("ticket", FILL.formatted(many));
        stack.databases().execute("ticket", "vacuum analyze customer, contact, service_location, asset");
        var gateway = stack.gateway();
        for (var said : SAID) {
            var _ = millis(gateway, said, many, effort.warmUp().dividedBy(SAID.size()));
        }
        return SAID.stream()
                .map(said -> found(said, many, millis(gateway, said, many, effort.window())))
                .toList();
    }

    private static Finding found(Said said, int many, Percentiles millis) {
        return new Finding(
                "who is calling, among %d customers, by %s: p95".formatted(many, said.kind()),
                Finding.format("%.1f ms", millis.at(0.95)),
                Finding.format("%.1f ms", millis.at(1)),
                Finding.format("≤ %.0f ms", TARGET),
                millis.at(0.95) <= TARGET,
                "",
                List.of(Finding.format("p50 %.1f ms", millis.at(0.5))));
    }

    private static Percentiles millis(Api api, Said said, int many, Duration window) {
        var millis = new ArrayList<Double>();
        long end = System.nanoTime() + window.toNanos();
        for (int n = 1; System.nanoTime() < end || millis.isEmpty(); n = 1 + (n + 7_919) % many) {
            var asked = "/v1/callers?q=" + URLEncoder.encode(said.text().apply(n), StandardCharsets.UTF_8);
            long began = System.nanoTime();
            var answer = api.get(Player.DANA, asked);
            millis.add((System.nanoTime() - began) / 1e6);
            if (answer.status() != 200) {
                throw new Unmeasurable(asked + " was answered " + answer);
            }
        }
        return Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
