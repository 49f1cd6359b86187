-- form 1
CREATE TABLE runs (
  run_no INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  superseded_by INTEGER,
  lineage TEXT NOT NULL,
  identity TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  iterations_sha256 TEXT NOT NULL,
  folder TEXT NOT NULL,
  imported_ms INTEGER NOT NULL,
  name TEXT NOT NULL,
  run_id TEXT,
  is_whatif INTEGER NOT NULL,
  engine TEXT,
  scenario TEXT,
  seed TEXT,
  profile TEXT,
  gate_profile TEXT,
  tool_version TEXT,
  started_ms INTEGER,
  last_iteration_ms INTEGER,
  iterations_planned INTEGER,
  files INTEGER NOT NULL,
  state TEXT NOT NULL,
  last_file_ms INTEGER,
  median_interval_ms REAL,
  ended TEXT,
  unreadable TEXT,
  verdict TEXT,
  verdict_why TEXT,
  gates_verdict TEXT,
  iterations_read INTEGER,
  problems INTEGER,
  state_sha256 TEXT,
  last_n INTEGER,
  window_points TEXT,
  maker_taker_ratio_margin REAL,
  maker_taker_ratio_margin_share REAL,
  p95_latency_ms_margin REAL,
  p95_latency_ms_margin_share REAL,
  risk_ratio_margin REAL,
  risk_ratio_margin_share REAL,
  net_bps_margin REAL,
  net_bps_margin_share REAL,
  net_bps_last_n REAL,
  net_bps_mean REAL,
  maker_taker_ratio_last_n REAL,
  maker_taker_ratio_mean REAL,
  p95_latency_ms_last_n REAL,
  p95_latency_ms_mean REAL,
  risk_ratio_last_n REAL,
  risk_ratio_mean REAL,
  adverse_bps_p95_last_n REAL,
  adverse_bps_p95_mean REAL,
  slippage_bps_p95_last_n REAL,
  slippage_bps_p95_mean REAL,
  cancel_ratio_last_n REAL,
  cancel_ratio_mean REAL,
  order_age_p95_ms_last_n REAL,
  order_age_p95_ms_mean REAL,
  ws_lag_p95_ms_last_n REAL,
  ws_lag_p95_ms_mean REAL,
  gross_bps_last_n REAL,
  gross_bps_mean REAL,
  fees_eff_bps_last_n REAL,
  fees_eff_bps_mean REAL,
  slippage_bps_last_n REAL,
  slippage_bps_mean REAL,
  adverse_bps_last_n REAL,
  adverse_bps_mean REAL,
  inventory_bps_last_n REAL,
  inventory_bps_mean REAL,
  min_interval_ratio_last_n REAL,
  min_interval_ratio_mean REAL,
  concurrency_ratio_last_n REAL,
  concurrency_ratio_mean REAL,
  throttle_ratio_last_n REAL,
  throttle_ratio_mean REAL,
  replace_ratio_last_n REAL,
  replace_ratio_mean REAL,
  maker_share_pct_last_n REAL,
  maker_share_pct_mean REAL,
  taker_share_pct_last_n REAL,
  taker_share_pct_mean REAL,
  maker_count_last_n REAL,
  maker_count_mean REAL,
  taker_count_last_n REAL,
  taker_count_mean REAL,
  maker_volume_last_n REAL,
  maker_volume_mean REAL,
  taker_volume_last_n REAL,
  taker_volume_mean REAL,
  param_base_spread_bps REAL,
  param_base_spread_bps_delta REAL,
  param_concurrency_limit REAL,
  param_cooldown_iters REAL,
  param_cooldown_ms REAL,
  param_edge_bps_threshold REAL,
  param_impact_cap_ratio REAL,
  param_max_age_ms REAL,
  param_max_delta_per_hour REAL,
  param_max_delta_ratio REAL,
  param_max_order_size REAL,
  param_min_edge_bps REAL,
  param_min_interval_ms REAL,
  param_min_order_size REAL,
  param_oscillation_window REAL,
  param_position_limit_notional REAL,
  param_rebid_threshold_bps REAL,
  param_replace_rate_per_min REAL,
  param_rescue_max_ratio REAL,
  param_rescue_spread_cap_bps REAL,
  param_risk_limit_ratio REAL,
  param_spread_add_bps REAL,
  param_tail_age_ms REAL,
  param_tick_size REAL,
  param_velocity_cap REAL,
  UNIQUE (identity, content_sha256));
CREATE INDEX runs_by_lineage ON runs (lineage);
CREATE INDEX runs_by_start ON runs (started_ms);
CREATE INDEX runs_by_state ON runs (state_sha256);
CREATE TABLE iterations (
  id INTEGER PRIMARY KEY,
  utc_ms INTEGER,
  phase TEXT,
  tuning_applied INTEGER,
  net_bps REAL,
  maker_taker_ratio REAL,
  p95_latency_ms REAL,
  risk_ratio REAL,
  adverse_bps_p95 REAL,
  slippage_bps_p95 REAL,
  cancel_ratio REAL,
  order_age_p95_ms REAL,
  ws_lag_p95_ms REAL,
  gross_bps REAL,
  fees_eff_bps REAL,
  slippage_bps REAL,
  adverse_bps REAL,
  inventory_bps REAL,
  min_interval_ratio REAL,
  concurrency_ratio REAL,
  throttle_ratio REAL,
  replace_ratio REAL,
  maker_share_pct REAL,
  taker_share_pct REAL,
  maker_count REAL,
  taker_count REAL,
  maker_volume REAL,
  taker_volume REAL);
CREATE TABLE folders (
  folder TEXT PRIMARY KEY,
  run_no INTEGER NOT NULL REFERENCES runs (run_no),
  mark TEXT NOT NULL,
  seen_ms INTEGER NOT NULL);
CREATE INDEX folders_by_run ON folders (run_no);
CREATE TABLE lineages (
  identity TEXT PRIMARY KEY,
  lineage TEXT NOT NULL);
-- form 2
CREATE TABLE tags (
  lineage TEXT NOT NULL,
  tag TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (lineage, tag));
CREATE TABLE notes (
  note_no INTEGER PRIMARY KEY AUTOINCREMENT,
  lineage TEXT NOT NULL,
  note TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (lineage, at_ms, said_by, note));
CREATE TABLE releases (
  lineage TEXT NOT NULL,
  release TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (lineage, release));
CREATE TABLE decisions (
  decision_no INTEGER PRIMARY KEY AUTOINCREMENT,
  lineage TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  decision TEXT NOT NULL,
  why TEXT NOT NULL,
  said_by TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  UNIQUE (lineage, at_ms, said_by, decision, why));
CREATE INDEX decisions_by_lineage ON decisions (lineage);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;
CREATE VIEW run_overview AS
SELECT r.run_no, r.version, r.name, r.run_id, strftime('%Y-%m-%dT%H:%M:%SZ', r.started_ms / 1000, 'unixepoch') AS started, strftime('%Y-%m-%dT%H:%M:%SZ', r.last_iteration_ms / 1000, 'unixepoch') AS last_iteration, r.started_ms, r.engine, r.scenario, r.seed, r.profile, r.gate_profile, r.state, r.ended, r.iterations_planned, r.iterations_read, r.verdict, r.verdict_why, r.gates_verdict, r.problems, r.unreadable, (SELECT group_concat(w, ' ') FROM (SELECT tag AS w FROM tags WHERE tags.lineage = r.lineage ORDER BY tag)) AS tags, (SELECT group_concat(w, ' ') FROM (SELECT release AS w FROM releases WHERE releases.lineage = r.lineage ORDER BY release)) AS releases, (SELECT decision FROM decisions d WHERE d.lineage = r.lineage ORDER BY d.at_ms DESC, d.decision_no DESC LIMIT 1) AS decision, r.state_sha256, r.content_sha256, r.folder, r.maker_taker_ratio_last_n, r.maker_taker_ratio_margin, r.p95_latency_ms_last_n, r.p95_latency_ms_margin, r.risk_ratio_last_n, r.risk_ratio_margin, r.net_bps_last_n, r.net_bps_margin, r.param_base_spread_bps, r.param_base_spread_bps_delta, r.param_concurrency_limit, r.param_cooldown_iters, r.param_cooldown_ms, r.param_edge_bps_threshold, r.param_impact_cap_ratio, r.param_max_age_ms, r.param_max_delta_per_hour, r.param_max_delta_ratio, r.param_max_order_size, r.param_min_edge_bps, r.param_min_interval_ms, r.param_min_order_size, r.param_oscillation_window, r.param_position_limit_notional, r.param_rebid_threshold_bps, r.param_replace_rate_per_min, r.param_rescue_max_ratio, r.param_rescue_spread_cap_bps, r.param_risk_limit_ratio, r.param_spread_add_bps, r.param_tail_age_ms, r.param_tick_size, r.param_velocity_cap
FROM runs r WHERE r.superseded_by IS NULL;
CREATE VIEW kpi_by_run AS
SELECT r.run_no, r.name, strftime('%Y-%m-%dT%H:%M:%SZ', r.started_ms / 1000, 'unixepoch') AS started, r.started_ms, r.engine, r.scenario, r.profile, r.verdict, (SELECT group_concat(w, ' ') FROM (SELECT release AS w FROM releases WHERE releases.lineage = r.lineage ORDER BY release)) AS releases, r.net_bps_last_n, r.net_bps_mean, r.maker_taker_ratio_last_n, r.maker_taker_ratio_mean, r.p95_latency_ms_last_n, r.p95_latency_ms_mean, r.risk_ratio_last_n, r.risk_ratio_mean, r.adverse_bps_p95_last_n, r.adverse_bps_p95_mean, r.slippage_bps_p95_last_n, r.slippage_bps_p95_mean, r.cancel_ratio_last_n, r.cancel_ratio_mean, r.order_age_p95_ms_last_n, r.order_age_p95_ms_mean, r.ws_lag_p95_ms_last_n, r.ws_lag_p95_ms_mean, r.gross_bps_last_n, r.gross_bps_mean, r.fees_eff_bps_last_n, r.fees_eff_bps_mean, r.slippage_bps_last_n, r.slippage_bps_mean, r.adverse_bps_last_n, r.adverse_bps_mean, r.inventory_bps_last_n, r.inventory_bps_mean, r.min_interval_ratio_last_n, r.min_interval_ratio_mean, r.concurrency_ratio_last_n, r.concurrency_ratio_mean, r.throttle_ratio_last_n, r.throttle_ratio_mean, r.replace_ratio_last_n, r.replace_ratio_mean, r.maker_share_pct_last_n, r.maker_share_pct_mean, r.taker_share_pct_last_n, r.taker_share_pct_mean, r.maker_count_last_n, r.maker_count_mean, r.taker_count_last_n, r.taker_count_mean, r.maker_volume_last_n, r.maker_volume_mean, r.taker_volume_last_n, r.taker_volume_mean
FROM runs r WHERE r.superseded_by IS NULL AND r.started_ms IS NOT NULL AND r.verdict IS NOT NULL;
CREATE VIEW iteration_values AS
SELECT r.run_no, i.id - (r.run_no << 32) AS iteration, r.name, strftime('%Y-%m-%dT%H:%M:%SZ', i.utc_ms / 1000, 'unixepoch') AS utc, i.utc_ms, r.engine, r.scenario, i.phase, i.tuning_applied, i.net_bps, i.maker_taker_ratio, i.p95_latency_ms, i.risk_ratio, i.adverse_bps_p95, i.slippage_bps_p95, i.cancel_ratio, i.order_age_p95_ms, i.ws_lag_p95_ms, i.gross_bps, i.fees_eff_bps, i.slippage_bps, i.adverse_bps, i.inventory_bps, i.min_interval_ratio, i.concurrency_ratio, i.throttle_ratio, i.replace_ratio, i.maker_share_pct, i.taker_share_pct, i.maker_count, i.taker_count, i.maker_volume, i.taker_volume
FROM runs r JOIN iterations i ON i.id >= (r.run_no << 32) AND i.id < ((r.run_no + 1) << 32);
CREATE VIEW decision_log AS
SELECT d.decision_no, strftime('%Y-%m-%dT%H:%M:%SZ', d.at_ms / 1000, 'unixepoch') AS decided, d.decision, d.said_by, d.why, d.lineage, d.content_sha256, (SELECT max(r.run_no) FROM runs r WHERE r.lineage = d.lineage) AS run_no
FROM decisions d;
-- form 3
CREATE TABLE configurations (
  run_no INTEGER PRIMARY KEY REFERENCES runs (run_no) ON DELETE CASCADE,
  configuration TEXT NOT NULL);
CREATE INDEX configurations_by_text ON configurations (configuration);
UPDATE folders SET mark = '';
