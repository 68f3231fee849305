package dev.fieldservice.faults.restore;

import dev.fieldservice.faults.evidence.Databases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** One database of one server put into the place of the same one of another: what pg_dump and pg_restore do to its data. */
final class CopiedDatabase {

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema') order by 1""";

    private static final String SEQUENCES = """
            select format('select setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename),
                          coalesce(last_value, start_value), last_value is not null)
              from pg_sequences""";

    private CopiedDatabase() {}

    static void copy(Connection from, Connection to) throws SQLException, IOException {
        List<String> tables =
                Databases.rows(from, TABLES).stream().map(row -> row.get(0)).toList();
        to.setAutoCommit(false);
        Databases.execute(to, "set session_replication_role = replica"); // no trigger and no foreign key looks
        Databases.execute(to, "truncate " + String.join(", ", tables));
        for (String table : tables) {
            var rows = new ByteArrayOutputStream();
            var _ = from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
            var _ = to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        }
        for (Databases.Row sequence : Databases.rows(from, SEQUENCES)) {
            Databases.execute(to, sequence.get(0));
        }
        to.commit();
    }
}
