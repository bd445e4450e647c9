-- The first day on which a stage of the plan can be late: then it is looked whether its work is still open.
alter table baton_plan add column look_on date;
create index baton_plan_look_on on baton_plan (look_on);
update baton_plan set look_on = date '2000-01-01';
