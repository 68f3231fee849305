package dev.fieldservice.inventory.stock;

import java.util.List;
import java.util.Optional;

/** A receipt as it stands in the ledger, with what came with it and what became of it. */
record BookedReceipt(StockMovement movement, List<String> serials, Optional<StockMovement> reversal) {}
