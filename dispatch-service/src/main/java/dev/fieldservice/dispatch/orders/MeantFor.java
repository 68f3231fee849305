package dev.fieldservice.dispatch.orders;

import java.util.List;
import java.util.UUID;

/** Those whom a visit was given when somebody else had set out for it already: it is theirs if that one turns back. */
record MeantFor(List<UUID> technicianIds, UUID leadId) {}
