/** Whether the visitor was asked directly about suicide. */
export const SUICIDE_ASKED = ['yes', 'not_yet', 'not_needed'] as const;
export type SuicideAsked = (typeof SUICIDE_ASKED)[number];

/** What staff may learn about a visitor's safety, in the order of the panel. */
export const SAFETY_FACTS = [
  'thoughts',
  'plan',
  'means',
  'timeframe',
  'already_acted',
  'other_in_danger',
  'at_risk',
  'safe_for_now',
  'who_helps',
] as const;
export type SafetyFact = (typeof SAFETY_FACTS)[number];

/** When the visitor thinks of acting; said of the fact `timeframe` alone. */
export const SAFETY_TIMEFRAMES = ['now', 'within_24_h', 'within_48_h', 'later', 'none'] as const;
export type SafetyTimeframe = (typeof SAFETY_TIMEFRAMES)[number];

/** The parts of the plan that a responder makes together with a visitor. */
export const PLAN_PARTS = [
  'signs',
  'what_i_can_do',
  'people_and_places',
  'who_i_can_ask',
  'services',
  'making_it_safer',
] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** What was done for a visitor's safety. Each is recorded in the audit. */
export const SAFETY_ACTS = [
  'called_supervisor',
  'agreed_plan',
  'visitor_gets_help',
  'emergency_services',
  'safeguarding_referral',
] as const;
export type SafetyAct = (typeof SAFETY_ACTS)[number];

/** Acts that a supervisor decides and does. */
export const SUPERVISOR_ACTS: readonly SafetyAct[] = ['emergency_services', 'safeguarding_referral'];

/** The steps of the danger card, in their order. */
export const DANGER_STEPS = [
  'stay_with_them',
  'supervisor_joins',
  'ask_where',
  'least_invasive',
  'supervisor_decides',
  'confirm_contact',
  'end_together',
  'time_out',
] as const;
export type DangerStep = (typeof DANGER_STEPS)[number];

/** Who does a step: the person who holds the conversation, a supervisor, or either of them. */
export type StepDoer = 'holder' | 'supervisor' | 'either';
export const STEP_DOER: Readonly<Record<DangerStep, StepDoer>> = {
  stay_with_them: 'holder',
  supervisor_joins: 'supervisor',
  ask_where: 'holder',
  least_invasive: 'either',
  supervisor_decides: 'supervisor',
  confirm_contact: 'supervisor',
  end_together: 'either',
  time_out: 'supervisor',
};

/** Why a safety step was opened: the facts asked for it, or a person ticked a step of the danger card. */
export const SAFETY_STEP_CAUSES = ['threshold', 'card'] as const;
export type SafetyStepCause = (typeof SAFETY_STEP_CAUSES)[number];

/** Most code points of one text of the safety record: the six parts of a plan fit into one message. */
export const SAFETY_TEXT_MAX = 500;
/** Most entries of one conversation's safety record. */
export const SAFETY_ENTRIES_MAX = 1_000;
