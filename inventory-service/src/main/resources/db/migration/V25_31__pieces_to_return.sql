create index piece_to_return on piece (id) where disposition = 'RETURN_TO_SUPPLIER';
