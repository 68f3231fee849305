package dev.fieldservice.faults;

import dev.fieldservice.faults.evidence.Databases;
import dev.fieldservice.local.Service;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Data as a broken service would leave it, past every constraint and trigger; undone afterwards.
 *
 * @param invariant how the sentence begins that must be found broken
 * @param table what is changed, and put back
 */
record Corruption(String invariant, String what, Service service, String table, String sql) {

    /** Columns that the database works out by itself are left to it. */
    private static final String PUT_BACK = """
            do $$
            declare
                those text := (select string_agg(quote_ident(column_name), ', ') from information_schema.columns
                               where table_schema = current_schema() and table_name = '%1$s' and is_generated = 'NEVER');
            begin
                execute 'insert into %1$s (' || those || ') select ' || those || ' from kept';
            end $$""";

    /** Does the work on damaged data. */
    void during(Databases databases, Runnable work) throws SQLException {
        execute(databases, "create table kept as table " + table, sql);
        try {
            work.run();
        } finally {
            execute(databases, "delete from " + table, PUT_BACK.formatted(table), "drop table kept");
        }
    }

    private void execute(Databases databases, String... statements) throws SQLException {
        try (Connection connection = databases.connect(service)) {
            connection.setAutoCommit(false);
            Databases.execute(connection, "set session_replication_role = replica");
            for (String statement : statements) {
                Databases.execute(connection, statement);
            }
            connection.commit();
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
