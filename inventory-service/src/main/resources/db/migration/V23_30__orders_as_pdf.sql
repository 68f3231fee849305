-- Who buys, as the law knows the company, and in what languages it writes. Version -1 takes whatever is told, so that telling anew
-- (docs/operations.md) brings them also to where the company was known before.
alter table known_company
    add column seller    jsonb,
    add column languages text[] not null default '{ro,en}';
update known_company set company_version = -1;

-- In which a supplier reads orders; null where nobody has said so.
alter table supplier add column language text;

-- Who placed an order; null of drafts, and of what was placed before that was kept.
alter table purchase_order add column ordered_by text;

-- What an order says on paper: written when it is placed, or sent first where it was placed before there was paper. The id is the order's.
create table purchase_order_paper (
    id       uuid primary key references purchase_order,
    version  bigint not null,
    number   text   not null,
    language text   not null,
    paper    jsonb  not null,
    -- Of the PDF; null until it is printed.
    sha256   text,
    size     bigint,
    check ((sha256 is null) = (size is null))
);

-- What was ordered stays as it was ordered, and is printed once.
create function ordered_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the paper of order % never changes', old.number;
end $$;
create trigger purchase_order_paper_stays before update on purchase_order_paper
    for each row when ((old.number, old.language, old.paper) is distinct from (new.number, new.language, new.paper)
                       or old.sha256 is not null and old.sha256 is distinct from new.sha256)
    execute function ordered_stays();
create trigger purchase_order_paper_is_kept before delete on purchase_order_paper for each row execute function ordered_stays();
