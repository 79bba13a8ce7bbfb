-- Projection AlertSignals: where a reason arose, so that it weighs what two officers set for that territory. Reasons that were found before weigh what
-- holds in the whole country, until AlertSignals is rebuilt.
alter table readmodel.risk_reason add column place text null;
