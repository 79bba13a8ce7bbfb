-- Projection MemberDirectory: when an agency is suspended, as the fold of its stream; null in rows of before, which say whether it is.
alter table readmodel.agency_membership add column state jsonb null;
