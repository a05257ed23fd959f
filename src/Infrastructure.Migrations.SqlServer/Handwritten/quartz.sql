-- The tables that Quartz 4.7 asks of a clustered store (its schema, Apache-2.0), without its optional history.

create table qrtz_job_details (
  sched_name nvarchar(120) not null,
  job_name nvarchar(150) not null,
  job_group nvarchar(150) not null,
  description nvarchar(250) null,
  job_class_name nvarchar(250) not null,
  is_durable bit not null,
  is_nonconcurrent bit not null,
  is_update_data bit not null,
  requests_recovery bit not null,
  job_data varbinary(max) null,
  constraint pk_qrtz_job_details primary key (sched_name, job_name, job_group)
);

create table qrtz_triggers (
  sched_name nvarchar(120) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  job_name nvarchar(150) not null,
  job_group nvarchar(150) not null,
  description nvarchar(250) null,
  next_fire_time bigint null,
  prev_fire_time bigint null,
  priority int null,
  trigger_state nvarchar(16) not null,
  trigger_type nvarchar(8) not null,
  start_time bigint not null,
  end_time bigint null,
  calendar_name nvarchar(200) null,
  misfire_instr int null,
  misfire_orig_fire_time bigint null,
  execution_group nvarchar(200) null,
  preferred_node nvarchar(200) null,
  preferred_node_auto bit not null default 0,
  retry_policy nvarchar(250) null,
  retry_attempt int null,
  continues_trigger_name nvarchar(150) null,
  continues_trigger_group nvarchar(150) null,
  continuation_condition int null,
  overlap_policy int null,
  pause_reason nvarchar(250) null,
  paused_by nvarchar(200) null,
  paused_at bigint null,
  misfire_threshold bigint null,
  fixed_delay bit null,
  job_data varbinary(max) null,
  constraint pk_qrtz_triggers primary key (sched_name, trigger_name, trigger_group),
  constraint fk_qrtz_triggers_qrtz_job_details foreign key (sched_name, job_name, job_group) references qrtz_job_details (sched_name, job_name, job_group)
);

create table qrtz_simple_triggers (
  sched_name nvarchar(120) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  repeat_count int not null,
  repeat_interval bigint not null,
  times_triggered int not null,
  constraint pk_qrtz_simple_triggers primary key (sched_name, trigger_name, trigger_group),
  constraint fk_qrtz_simple_triggers_qrtz_triggers foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table qrtz_cron_triggers (
  sched_name nvarchar(120) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  cron_expression nvarchar(120) not null,
  time_zone_id nvarchar(80),
  constraint pk_qrtz_cron_triggers primary key (sched_name, trigger_name, trigger_group),
  constraint fk_qrtz_cron_triggers_qrtz_triggers foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table qrtz_simprop_triggers (
  sched_name nvarchar(120) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  str_prop_1 nvarchar(512) null,
  str_prop_2 nvarchar(512) null,
  str_prop_3 nvarchar(512) null,
  int_prop_1 int null,
  int_prop_2 int null,
  long_prop_1 bigint null,
  long_prop_2 bigint null,
  dec_prop_1 numeric(13, 4) null,
  dec_prop_2 numeric(13, 4) null,
  bool_prop_1 bit null,
  bool_prop_2 bit null,
  time_zone_id nvarchar(80) null,
  constraint pk_qrtz_simprop_triggers primary key (sched_name, trigger_name, trigger_group),
  constraint fk_qrtz_simprop_triggers_qrtz_triggers foreign key (sched_name, trigger_name, trigger_group) references qrtz_triggers (sched_name, trigger_name, trigger_group) on delete cascade
);

create table qrtz_blob_triggers (
  sched_name nvarchar(120) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  blob_data varbinary(max) null,
  constraint pk_qrtz_blob_triggers primary key (sched_name, trigger_name, trigger_group)
);

create table qrtz_calendars (
  sched_name nvarchar(120) not null,
  calendar_name nvarchar(200) not null,
  calendar varbinary(max) not null,
  constraint pk_qrtz_calendars primary key (sched_name, calendar_name)
);

create table qrtz_paused_trigger_grps (
  sched_name nvarchar(120) not null,
  trigger_group nvarchar(150) not null,
  pause_reason nvarchar(250) null,
  paused_by nvarchar(200) null,
  paused_at bigint null,
  constraint pk_qrtz_paused_trigger_grps primary key (sched_name, trigger_group)
);

create table qrtz_paused_job_grps (
  sched_name nvarchar(120) not null,
  job_group nvarchar(150) not null,
  pause_reason nvarchar(250) null,
  paused_by nvarchar(200) null,
  paused_at bigint null,
  constraint pk_qrtz_paused_job_grps primary key (sched_name, job_group)
);

create table qrtz_fired_triggers (
  sched_name nvarchar(120) not null,
  entry_id nvarchar(140) not null,
  trigger_name nvarchar(150) not null,
  trigger_group nvarchar(150) not null,
  instance_name nvarchar(200) not null,
  fired_time bigint not null,
  sched_time bigint not null,
  priority int not null,
  state nvarchar(16) not null,
  job_name nvarchar(150) null,
  job_group nvarchar(150) null,
  is_nonconcurrent bit null,
  requests_recovery bit null,
  execution_group nvarchar(200) null,
  progress int null,
  progress_message nvarchar(250) null,
  interrupt_requested_time bigint null,
  constraint pk_qrtz_fired_triggers primary key (sched_name, entry_id)
);

create table qrtz_scheduler_state (
  sched_name nvarchar(120) not null,
  instance_name nvarchar(200) not null,
  last_checkin_time bigint not null,
  checkin_interval bigint not null,
  quartz_version nvarchar(20) null,
  constraint pk_qrtz_scheduler_state primary key (sched_name, instance_name)
);

create table qrtz_locks (
  sched_name nvarchar(120) not null,
  lock_name nvarchar(40) not null,
  constraint pk_qrtz_locks primary key (sched_name, lock_name)
);

create index ix_qrtz_j_g_n on qrtz_job_details (sched_name, job_group, job_name);

create index ix_qrtz_t_j on qrtz_triggers (sched_name, job_name, job_group);

create index ix_qrtz_t_g_n on qrtz_triggers (sched_name, trigger_group, trigger_name);

create index ix_qrtz_t_c on qrtz_triggers (sched_name, calendar_name);

create index ix_qrtz_t_nft_st on qrtz_triggers (sched_name, trigger_state, next_fire_time asc, priority desc, misfire_instr);

create index ix_qrtz_ft_inst_job_req_rcvry on qrtz_fired_triggers (sched_name, instance_name, requests_recovery);

create index ix_qrtz_ft_j_g on qrtz_fired_triggers (sched_name, job_name, job_group);

create index ix_qrtz_ft_t_g on qrtz_fired_triggers (sched_name, trigger_name, trigger_group);
