-- Whether a part is to be reserved anew in any case: asked with each entry of a part that somebody needs.
create index errand_allocate_part on errand (subject_id) where kind = 'ALLOCATE_PART' and state = 'WAITING';
