-- Room on the page for the next version of a row, so that new facts and clocks touch no index.
ALTER TABLE safeguarding_case SET (fillfactor = 60);
