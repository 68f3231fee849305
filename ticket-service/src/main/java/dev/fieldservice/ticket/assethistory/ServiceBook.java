package dev.fieldservice.ticket.assethistory;

import dev.fieldservice.contracts.AssetRef;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.contracts.LocationRef;
import dev.fieldservice.ticket.assets.AssetView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in the service book of a machine.
 *
 * @param company who keeps it
 * @param whole what it is a part of
 * @param parts of it that are in use
 * @param names of the machines that its life is about
 * @param writtenAt until when
 */
record ServiceBook(
        String company,
        AssetView machine,
        CustomerRef customer,
        LocationRef site,
        Optional<AssetRef> whole,
        List<AssetRef> parts,
        Map<UUID, String> names,
        List<AssetHistoryEntry> life,
        Instant writtenAt) {}
