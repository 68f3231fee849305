-- What is searched in is folded anew.
call fold_anew();
