create table public.half_made (id int);
select 1 / 0;
