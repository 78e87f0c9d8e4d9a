import type { SafetyRecord } from '@warmline/contracts';
import { PLAN_PARTS, type SafetyTimeframe } from '@warmline/vocabulary';
import { momentWords } from '../i18n/moment-words';
import { recordWords } from './record-words';

type Fact = SafetyRecord['facts'][number];

const answerOf = ({ isTicked, timeframe }: Pick<Fact, 'isTicked' | 'timeframe'>): string => {
  if (timeframe !== null) return timeframeWords(timeframe);
  return isTicked ? recordWords.briefYes : recordWords.briefNo;
};

const timeframeWords = (timeframe: SafetyTimeframe): string =>
  recordWords.timeframes[timeframe].toLowerCase();

/** Who wrote it, and when. */
export const writtenBy = ({ by, at }: { readonly by: string; readonly at: number }, now: number): string =>
  recordWords.by(by, momentWords(at, now));

const factLines = ({ facts }: SafetyRecord): readonly string[] =>
  facts
    .filter(({ isTicked, words }) => isTicked || words.trim() !== '')
    .map((fact) => recordWords.briefFact(recordWords.facts[fact.fact], answerOf(fact), fact.words.trim()));

/** What the next person must know of a visitor's safety: what was asked, the facts, the plan and the acts. Empty for no record. */
export const briefOfRecord = (record: SafetyRecord | null, now: number): string => {
  if (record === null) return '';
  const { asked, plan, acts } = record;
  return [
    ...(asked === null ? [] : [recordWords.briefAsked(recordWords.asked[asked.answer].toLowerCase())]),
    ...factLines(record),
    ...(plan.some(({ words }) => words.trim() !== '') ? [recordWords.briefPlan] : []),
    ...acts.map((act) => recordWords.briefAct(recordWords.acts[act.act], writtenBy(act, now))),
  ].join('\n');
};

/** The plan as a message the visitor can keep; '' while nothing is in it. */
export const planText = ({ plan }: Pick<SafetyRecord, 'plan'>): string => {
  const parts = PLAN_PARTS.flatMap((part) => {
    const words = plan.find((one) => one.part === part)?.words.trim() ?? '';
    return words === '' ? [] : [`${recordWords.plan[part]}:\n${words}`];
  });
  return parts.length === 0 ? '' : [recordWords.planTitle, ...parts].join('\n\n');
};
