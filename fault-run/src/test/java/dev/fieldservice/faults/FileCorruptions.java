package dev.fieldservice.faults;

import static dev.fieldservice.local.Service.BILLING;
import static dev.fieldservice.local.Service.WORKORDER;

import java.util.List;

/** What must not escape the checker of files. */
final class FileCorruptions {

    private FileCorruptions() {}

    static List<Corruption> all() {
        return List.of(
                new Corruption(
                        "18.",
                        "a file that nobody keeps, and nobody sweeps",
                        WORKORDER,
                        "file_claim",
                        "delete from file_claim where file_id = (select file_id from file_claim order by file_id limit 1)"),
                new Corruption(
                        "18.",
                        "a photo whose file was taken out of use",
                        WORKORDER,
                        "stored_file",
                        "update stored_file set swept_at = now() where sha256 = (select sha256 from photo order by id limit 1)"),
                new Corruption(
                        "18.",
                        "a file that is in the store and in no row",
                        BILLING,
                        "stored_file",
                        "delete from stored_file where id = (select file_id from file_claim order by file_id limit 1)"),
                new Corruption(
                        "18.",
                        "a file that nobody has referred to for more than a day",
                        WORKORDER,
                        "stored_file",
                        "insert into stored_file values (gen_random_uuid(), repeat('0', 64), 1, now(), now() - interval '25 hours', null)"));
    }
}
