import type {
  DangerStep,
  PlanPart,
  SafetyAct,
  SafetyFact,
  SafetyTimeframe,
  StepDoer,
  SuicideAsked,
} from '@warmline/vocabulary';
import { withIsolatedTexts } from '../i18n/isolated';

/** What a safety record says, in the words of every screen that shows it. */
export const recordWords = withIsolatedTexts({
  asked: {
    yes: 'Yes',
    not_yet: 'Not yet',
    not_needed: 'Not needed',
  } satisfies Record<SuicideAsked, string>,
  facts: {
    thoughts: 'Thoughts of suicide',
    plan: 'A plan',
    means: 'The means are nearby',
    timeframe: 'When they think of acting',
    already_acted: 'Has already acted or taken something',
    other_in_danger: 'Someone else is in danger',
    at_risk: 'A child or adult is at risk',
    safe_for_now: 'Can stay safe for now',
    who_helps: 'Who or what helps',
  } satisfies Record<SafetyFact, string>,
  timeframes: {
    now: 'Now',
    within_24_h: 'Within 24 hours',
    within_48_h: 'Within 48 hours',
    later: 'Later',
    none: 'No time',
  } satisfies Record<SafetyTimeframe, string>,
  plan: {
    signs: 'Signs that it is getting hard',
    what_i_can_do: 'What I can do myself',
    people_and_places: 'People and places that take my mind off it',
    who_i_can_ask: 'Who I can ask for help',
    services: 'Services I can contact',
    making_it_safer: 'How I make it safer around me',
  } satisfies Record<PlanPart, string>,
  acts: {
    called_supervisor: 'Called a supervisor',
    agreed_plan: 'Agreed a plan',
    visitor_gets_help: 'They will contact help themselves',
    emergency_services: 'Called emergency services',
    safeguarding_referral: 'Made a safeguarding referral',
  } satisfies Record<SafetyAct, string>,
  steps: {
    stay_with_them: 'Stay with them. Keep writing.',
    supervisor_joins: 'Join in the private lane, within a minute.',
    ask_where: 'Ask where they are. Say why you ask.',
    least_invasive: 'Try the least invasive help first.',
    supervisor_decides: 'Decide who to call, and call.',
    confirm_contact: 'Confirm that help has reached them.',
    end_together: 'End only together: a supervisor agrees.',
    time_out: 'Give paid time out after this.',
  } satisfies Record<DangerStep, string>,
  /** The same step for a supervisor who holds the conversation. */
  otherSupervisorJoins: 'Ask another supervisor to join in the private lane, within a minute.',
  doers: {
    holder: 'Responder',
    supervisor: 'Supervisor',
    either: 'Either of you',
  } satisfies Record<StepDoer, string>,
  by: (name: string, time: string) => `${name}, ${time}`,
  briefAsked: (answer: string) => `Asked directly about suicide: ${answer}.`,
  briefFact: (fact: string, answer: string, words: string) =>
    `${fact}: ${answer}${words === '' ? '' : ` (${words})`}`,
  briefYes: 'yes',
  briefNo: 'no',
  briefPlan: 'A plan was made together.',
  briefAct: (act: string, by: string) => `${act} (${by}).`,
  planTitle: 'Our plan',
});
