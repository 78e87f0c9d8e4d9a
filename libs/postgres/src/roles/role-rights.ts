/** The roles of the database. Each may do what its list says, and nothing else. */
export const ROLES = {
  /** Owns the tables; `migrate` connects as this one. */
  owner: 'warmline_owner',
  /** Gateway and worker. */
  app: 'warmline_app',
  /** The worker, for the audit log alone: it takes new rows into the tree, and changes no row. */
  sequencer: 'warmline_sequencer',
  /** Figures and backups: reads everything, changes nothing. */
  reader: 'warmline_reader',
} as const;

const ADD = 'select, insert';
const CHANGE = 'select, update';
const KEEP = 'select, insert, update';
const ALL = 'select, insert, update, delete';

/**
 * What gateway and worker may do with each table and view. Locking a row (`for update`) counts as changing it. A new table needs
 * its line here: without one the app cannot use it, and a test asks for it.
 */
export const APP_RIGHTS: Readonly<Record<string, string>> = {
  access_proposal: KEEP,
  /** What was answered is never changed. */
  after_chat_answer: ADD,
  arrival: ALL,
  /** The log over the audit rows, for proofs: hashes, no row. */
  audit_checkpoint: 'select',
  audit_cosigned: 'select',
  /** Rows are only added. The app reads them through `audit_rows` and `audit_strays` alone, for an export. */
  audit_entry: 'insert',
  audit_key: 'select',
  audit_leaf: 'select',
  /** By a trigger on the rows. */
  audit_pending: 'insert',
  audit_subtree: 'select',
  audit_tree: 'select',
  authenticator: ALL,
  authenticator_new: ALL,
  brief_shown: ADD,
  capacity_span: KEEP,
  /** Written by the sequencer. */
  checkpoint_copy: 'select',
  /** What was changed stays as it was, but for what is of someone who has left. */
  charity_change: ADD,
  charity_mark: ALL,
  code_try: KEEP,
  complaint: KEEP,
  /** What was written is never changed. */
  complaint_note: ADD,
  conversation: KEEP,
  conversation_clock: KEEP,
  danger_ending: KEEP,
  /** What was written is never changed. */
  danger_ending_note: ADD,
  danger_heard: ADD,
  destroyed_key: KEEP,
  ending_request: KEEP,
  flood: KEEP,
  flood_chat: ALL,
  gateway_heartbeat: ALL,
  half_session: ALL,
  handover: KEEP,
  handover_asked: ADD,
  help_call: KEEP,
  holding: KEEP,
  index_mark: CHANGE,
  invite: KEEP,
  live_index_mark: KEEP,
  keyring_canary: ALL,
  note: ADD,
  observation: KEEP,
  offer: KEEP,
  on_call_contact: ALL,
  on_call_message: ALL,
  opening: KEEP,
  outbox: ALL,
  own_limit: 'select, insert, delete',
  /** Written by migrate. */
  permission_role: 'select',
  practice: KEEP,
  /** What was written and said about practice: rows are only added. */
  practice_act: ADD,
  practice_word: ADD,
  passkey: ALL,
  provider_identity: ALL,
  passkey_challenge: 'select, insert, delete',
  /** Written by `erase_expired`. */
  past_contact: 'select',
  private_lane_seen: KEEP,
  private_word: ADD,
  recovery_code: ALL,
  resource: ALL,
  /** Answered by `answer_retention` alone. */
  retention_request: ADD,
  readiness_confirmation: KEEP,
  review: KEEP,
  review_draw: KEEP,
  /** What was replied is never changed. */
  review_reply: ADD,
  rota_block: ALL,
  rota_row: ALL,
  /** What was learned and done for a visitor's safety, the emergency log too: only ever added to. */
  safety_entry: ADD,
  service: CHANGE,
  service_exception: ALL,
  service_hours: ALL,
  /** `migrate` makes links; the app uses one up. */
  setup_link: CHANGE,
  /** What was changed stays as it was. */
  setting_change: ADD,
  setup_list: KEEP,
  /** Removed when it can no longer be undone. */
  setup_save: ALL,
  shift: KEEP,
  shift_swap: KEEP,
  skill: ALL,
  staff: KEEP,
  staff_break: 'select, insert, delete',
  staff_device: ALL,
  staff_presence: KEEP,
  staff_session: KEEP,
  starter: ALL,
  supervisor_call: 'select, insert, delete',
  surge_answer: KEEP,
  surge_request: ADD,
  /** What was written is never changed. */
  timeline_entry: ADD,
  topic: ALL,
  topic_mute: ADD,
  training_record: ALL,
  turned_away: KEEP,
  unreadable_text: KEEP,
  visitor_absence: ALL,
  visitor_presence: ALL,
  wait_estimate: ALL,
  wait_outcome: ADD,
  wall_link: KEEP,
  watched_words: ALL,
  wording: ALL,
};

/** What the sequencer may do, and with these tables only. What is in the log is never changed. */
export const SEQUENCER_RIGHTS: Readonly<Record<string, string>> = {
  audit_checkpoint: ADD,
  audit_cosigned: ADD,
  audit_entry: 'select',
  audit_key: ADD,
  audit_leaf: ADD,
  audit_pending: 'select, delete',
  audit_salt: ADD,
  audit_subtree: ADD,
  audit_tree: CHANGE,
  checkpoint_copy: KEEP,
};

/** Functions that the app calls itself. Triggers run without a right of their own. */
export const APP_FUNCTIONS: readonly string[] = [
  'answer_retention',
  'append_messages',
  'case_expired',
  'complaint_expired',
  'conversation_expired',
  'erase_expired',
  'is_dealt_with',
  'may_decide_retention',
  // The record of someone who has left: only what is due.
  'reduce_leaver',
  'forget_changes_of',
  'review_hold',
  'visitor_token_works',
  // What an export of the audit log holds. They run as the owner: the app itself cannot read the rows.
  'audit_rows',
  'audit_strays',
  // Who read a conversation, as the owner too.
  'conversation_readers',
  // Whether an erasure or the audit log is late, as the owner too.
  'late_records',
  // What was done about one, also once it is erased.
  'conversation_acts',
  // What changed the settings, and what one person did.
  'setting_acts',
  'person_acts',
  'person_counts',
];

/** Functions that the sequencer calls itself. */
export const SEQUENCER_FUNCTIONS: readonly string[] = ['prune_checkpoints'];
