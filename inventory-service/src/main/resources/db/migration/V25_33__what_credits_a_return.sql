create index supplier_invoice_return on supplier_invoice (supplier_return_id) where supplier_return_id is not null;
