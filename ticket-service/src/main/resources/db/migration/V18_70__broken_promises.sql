-- One of the times that still run is over. The overview counts by it, and the list of promised times is narrowed by it.
create function is_broken(clocks jsonb, respond_by timestamptz, resolve_by timestamptz, at timestamptz) returns boolean
    immutable language sql return (
        clocks #>> '{response,runningSince}' is not null and respond_by <= at
        or clocks #>> '{resolution,runningSince}' is not null and resolve_by <= at);
