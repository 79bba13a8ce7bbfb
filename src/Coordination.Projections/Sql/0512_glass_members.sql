-- Projection BrokenGlass: agencies of the case, beside its owner, that were told and whose lines it opens. Null for openings of before: they told the owner
-- alone, and showed whatever the owner read.
alter table readmodel.broken_glass add column members text[] null;
