-- What was agreed about a handoff besides its packages: this row is its only home, variables of processes follow it.
alter table baton_handoff add column accountable varchar(255);
alter table baton_handoff add column contract varchar(255);
alter table baton_handoff add column need_by date;
alter table baton_handoff add column campaign_type varchar(255);
alter table baton_handoff add column raci text;
alter table baton_handoff add column answers text;
create index baton_handoff_accountable on baton_handoff (accountable);
