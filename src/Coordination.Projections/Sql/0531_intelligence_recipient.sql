-- Projection IntelligenceBoard: one row for each recipient, since each acknowledges for itself. Rows of before stand for all recipients of one agency
-- until something happens to their report.
alter table readmodel.intelligence_recipient drop constraint intelligence_recipient_pkey;
alter table readmodel.intelligence_recipient add primary key (report_id, recipients);
