import {
  ROLES,
  type EndReason,
  type ErasureReason,
  type HandoverReason,
  type HoldReason,
  type LoweringReason,
  type MoreHoursReason,
  type OnCallCause,
  type OnCallResult,
  type OpeningReason,
  type OpeningSetting,
  type PracticeScenario,
  type ReadingPurpose,
  type RetentionWish,
  type ReviewCause,
  type Role,
  type SafetyAct,
  type SafetyAnswer,
  type SafetyLoweringReason,
  type SetupListName,
  type TakeOverReason,
} from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { roleWords } from '../../shared/i18n/role-words';

/** Words by code. Each goes on a sentence after a colon. */
export type CodeWords = Readonly<Record<string, string>>;

/** Every code of two halves, such as `closed_incident`. */
export const crossed = (ones: CodeWords, others: CodeWords, join = ', '): CodeWords =>
  Object.fromEntries(
    Object.entries(ones).flatMap(([one, words]) =>
      Object.entries(others).map(([other, more]) => [`${one}_${other}`, `${words}${join}${more}`] as const),
    ),
  );

export const purposeWords: Readonly<Record<ReadingPurpose, string>> = {
  safeguarding: 'Safeguarding',
  complaint: 'A complaint',
  incident: 'Something went wrong',
  support: 'To support the responder',
  legal_request: 'A court, the police or a regulator asks',
  visitor_request: 'The visitor asks what we hold',
};

export const bands: CodeWords = { band_1: 'answer first', band_2: 'answer soon', band_3: 'standard' };

export const lowering = {
  said_otherwise: 'they said since that they are safer',
  set_by_mistake: 'it was set by mistake',
  misunderstood_words: 'their words were misunderstood',
} satisfies Record<LoweringReason, string>;

export const safetyAnswers = {
  not_safe_now: 'not safe now',
  not_sure: 'not sure if safe',
  said_safe: 'said they are safe',
  did_not_say: 'did not say if safe',
} satisfies Record<SafetyAnswer, string>;

export const safetyLowering = {
  said_since: 'they said since that they are safer',
  set_by_mistake: 'it was set by mistake',
  misunderstood: 'their answer was misunderstood',
} satisfies Record<SafetyLoweringReason, string>;

const safetyActs = {
  called_supervisor: 'called a supervisor',
  agreed_plan: 'agreed a plan',
  visitor_gets_help: 'the visitor will contact help themselves',
  emergency_services: 'called emergency services',
  safeguarding_referral: 'made a safeguarding referral',
} satisfies Record<SafetyAct, string>;
export const safetyParts: CodeWords = {
  asked: 'whether the visitor was asked about suicide',
  fact: 'a fact',
  plan: 'a part of the plan',
  step: 'a step of the danger card',
  log: 'a call to others',
  ...Object.fromEntries(Object.entries(safetyActs).map(([act, words]) => [`act_${act}`, words])),
};

export const takeOver = {
  safety: 'for safety',
  responder_gone: 'the responder was gone',
  responder_unwell: 'the responder was unwell',
  visitor_asked: 'the visitor asked for it',
  quality: 'for the quality of the conversation',
} satisfies Record<TakeOverReason, string>;

export const endings = {
  visitor_ended: 'the visitor ended it',
  responder_ended_agreed: 'both agreed',
  time_limit_agreed: 'the time was up, and both agreed',
  went_quiet: 'it went quiet',
  connection_lost: 'the connection was lost',
  left_waiting: 'the visitor left while waiting',
  turned_away: 'the service closed before they were answered',
  nobody_on: 'no one was on shift to answer',
  quick_exit: 'the visitor left quickly',
  safety_action: 'after a safety action',
  service_stopped: 'the service was paused',
  boundary: 'a boundary was crossed',
} satisfies Record<EndReason, string>;

export const handoverEnds: CodeWords = {
  declined: 'it was declined',
  expired: 'no one answered in time',
  visitor_said_no: 'the visitor said no',
  cancelled: 'it was cancelled',
  ...({
    withdrawn: 'it was withdrawn',
    nobody_free: 'no one was free',
    not_answered: 'the person asked did not answer',
    visitor_silent: 'the visitor did not answer, so it stayed',
    sender_lost: 'the sender lost the connection',
    receiver_lost: 'the receiver lost the connection',
    taken_over: 'a supervisor took over',
    conversation_ended: 'the conversation ended',
  } satisfies Record<HandoverReason, string>),
};

export const onCallCauses = {
  danger: 'someone in danger',
  help: 'a call for help',
  test: 'a test',
} satisfies Record<OnCallCause, string>;

export const onCallResults = {
  sent: 'it was sent',
  not_set_up: 'no mail server is set up',
  unreadable: 'the address can no longer be read',
  address_refused: 'the address leads into a private network',
  not_reached: 'nothing answered there',
  timed_out: 'it took too long',
  not_encrypted: 'the connection was not encrypted',
  redirected: 'it was sent on to another address, which is not followed',
  turned_down: 'the message was not taken',
} satisfies Record<OnCallResult, string>;

export const scenarios = {
  lonely: 'someone lonely',
  not_safe: 'someone who is not safe',
  silent: 'someone silent',
  abusive: 'someone abusive',
  worried_about_someone: 'someone worried about someone else',
} satisfies Record<PracticeScenario, string>;

export const reviewCauses = {
  marked: 'it was marked for review',
  first_ten: 'one of their first ten',
  safety_step: 'it had a safety step',
  boundary: 'it ended over a boundary',
  monthly: 'drawn for the month',
} satisfies Record<ReviewCause, string>;

export const wishes = {
  hold: 'keep it longer',
  end_hold: 'end the hold',
  erase: 'erase it now',
} satisfies Record<RetentionWish, string>;

export const retentionReasons = {
  legal_court: 'a court or tribunal asks for it',
  legal_police: 'the police or a coroner ask for it',
  legal_claim: 'there is a claim or complaint about the service',
  safeguarding_child: 'a child may be at risk',
  safeguarding_adult: 'an adult may be at risk',
  safeguarding_staff: 'someone who works here may have done harm',
  person_asked: 'the person asked for it',
  not_needed: 'it is not needed',
} satisfies Record<HoldReason | ErasureReason, string>;

export const listTitles = {
  service: 'Service',
  people: 'People',
  training: 'Training',
  rota: 'Rota',
  hours: 'Hours',
  holidays: 'Holidays',
  starters: 'Starters',
  resources: 'Resources',
  words: 'Watched words',
  topics: 'Topics',
  skills: 'Skills',
  wording: 'Wording',
  limits: 'Wellbeing limits',
} satisfies Record<SetupListName, string>;

/** The starters are stored under their first name. */
export const listCodes: CodeWords = { ...listTitles, ['snippets']: listTitles.starters };

export const openingSettings = {
  open: 'open',
  at_capacity: 'full',
  closed: 'closed',
  paused: 'paused',
} satisfies Record<OpeningSetting, string>;

export const openingReasons = {
  long_wait: 'the wait is too long',
  too_few_on: 'too few people on shift',
  incident: 'something is not working',
  planned: 'planned',
  back_to_normal: 'back to normal',
} satisfies Record<OpeningReason, string>;

export const moreHours = {
  nobody_else: 'no one else could come',
  many_waiting: 'many were waiting',
  own_wish: 'they wanted to',
} satisfies Record<MoreHoursReason, string>;

const roleName = (role: Role): string => roleWords[role].toLocaleLowerCase(locale.formats);

/** The parts that a code of access can be made of, with their words. */
const ACCESS: readonly (readonly [part: string, words: string])[] = [
  ...ROLES.flatMap((to) => [
    [`role_from_none_to_${to}`, `new, as ${roleName(to)}`] as const,
    ...ROLES.map(
      (from) => [`role_from_${from}_to_${to}`, `from ${roleName(from)} to ${roleName(to)}`] as const,
    ),
    [`also_${to}`, `also ${roleName(to)}`] as const,
    [`no_longer_${to}`, `no longer ${roleName(to)}`] as const,
  ]),
  ['activated', 'may work again'],
  ['deactivated', 'may not work any more'],
  ['skills_given', 'more skills'],
  ['skills_taken', 'fewer skills'],
  ['by_only_administrator', 'decided by the only administrator'],
];

const partOf = (code: string) => ACCESS.find(([part]) => code === part || code.startsWith(`${part}_`));

/** A change of what someone may do, such as `role_from_none_to_responder_also_trainer`; null for a code that is none. */
export const accessWords = (code: string): string | null => {
  const parts: string[] = [];
  for (let rest = code; rest !== '';) {
    const found = partOf(rest);
    if (found === undefined) return null;
    const [part, words] = found;
    parts.push(words);
    rest = rest.slice(part.length + 1);
  }
  return parts.join(', ');
};
