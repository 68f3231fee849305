package dev.fieldservice.faults.invariants;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.faults.evidence.Stores.Kept;
import dev.fieldservice.local.Service;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whatever is referred to can be read, byte for byte, and what nobody refers to is swept. */
final class FilesAreThere implements Invariant {

    private static final String HAS_FILES =
            "select count(*) from information_schema.tables where table_schema = current_schema() and table_name = 'stored_file'";

    private static final String REFERRED_TO = """
            select f.sha256 || '-' || f.id from stored_file f
             where exists (select from file_claim c where c.file_id = f.id) order by 1""";

    private static final String NOT_STORED = """
            select f.sha256 || '-' || f.id from stored_file f
             where exists (select from file_claim c where c.file_id = f.id)
               and (f.stored_at is null or f.swept_at is not null)
             order by 1""";

    private static final String KNOWN = "select sha256 || '-' || id from stored_file";

    /** Its day of grace is over; or it has none, and nobody would ever sweep it. */
    private static final String LEFT = """
            select f.sha256 || '-' || f.id from stored_file f
             where not exists (select from file_claim c where c.file_id = f.id)
               and (f.unclaimed_since is null or f.unclaimed_since < now() - interval '24 hours')
             order by 1""";

    @Override
    public String says() {
        return "18. What is referred to is in the file store, byte for byte, and what nobody refers to is swept";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Databases databases = evidence.databases();
        Databases.services().stream()
                .filter(service -> databases.number(service, HAS_FILES) > 0)
                .forEach(service -> check(service, evidence, findings));
    }

    private static void check(Service service, Evidence evidence, Findings findings) {
        Databases databases = evidence.databases();
        List<Kept> store = evidence.stores().of(service);
        Map<String, Kept> byName = store.stream().collect(Collectors.toMap(Kept::name, Function.identity()));
        List<String> wanted = databases.list(service, REFERRED_TO);
        String where = " in " + service.module();
        findings.count("files" + where, wanted.size());
        findings.offences("referred to, and not there" + where, Findings.without(wanted, byName.keySet()));
        findings.offences("referred to, and not stored" + where, databases.list(service, NOT_STORED));
        findings.offences(
                "referred to, and of other bytes" + where,
                wanted.stream()
                        .filter(byName::containsKey)
                        .filter(name -> !name.startsWith(byName.get(name).sha256() + "-"))
                        .toList());
        findings.offences("nobody's, and still there" + where, databases.list(service, LEFT));
        findings.offences(
                "in the store, and no row knows it" + where,
                Findings.without(
                        store.stream()
                                .filter(evidence.stores()::mustBeKnown)
                                .map(Kept::name)
                                .toList(),
                        databases.list(service, KNOWN)));
    }
}
