import type { Report, Share } from '@warmline/contracts';
import {
  ANSWER_RATE_LEAST,
  answerRate,
  BREAKS_KEPT_LEAST,
  breaksDue,
  breaksKept,
  concurrency,
  CONCURRENCY_MOST,
  conversationLength,
  courseOf,
  ESTIMATE_KEPT,
  estimateKept,
  HANDED_OVER_MOST,
  handedOver,
  HELP_WITHIN,
  helpResponse,
  LATE_BADLY_MOST,
  lateBadly,
  LEFT_WAITING_MOST,
  leftWaiting,
  OCCUPANCY,
  occupancy,
  occupiedSpans,
  reachRate,
  REPLY_GAP_MOST,
  SERVICE_LEVEL,
  serviceLevel,
  shownCount,
  shownCounts,
  shownSurvey,
  SPEED_MOST,
  speedToAnswer,
  spreadOfCounts,
  sum,
  unfinishedEndings,
  waitEndedAt,
  type Contact,
  type Interval,
  type OccupiedSpan,
  type Share as Counted,
} from '@warmline/figures';
import type { Instant } from '@warmline/kernel';
import type {
  ReportedContact,
  ReportedHolding,
  ReportFrame,
  ReportPart,
  StoredLoad,
  StoredSurvey,
} from '@warmline/postgres';
import type { Band } from '@warmline/vocabulary';
import { HIDDEN, ReportDays, share, shareOn, spreadOn, sumOn, whole, type ReportedDay } from './report-days';
import type { CutRange } from './report-range';
import { staffTimeOf } from './staff-time';

export interface ReportSource {
  readonly cut: CutRange;
  readonly now: Instant;
  readonly frame: ReportFrame;
  /** What began on the day before the first of them. */
  readonly before: ReportPart;
  /** In the order of time. */
  readonly days: readonly ReportedDay[];
  /** Time in conversations (ms) after which a break is due, and how soon after that it is on time. */
  readonly workBeforeBreak: number;
  readonly onTime: number;
}

type Figures = Omit<Report, 'timeZone'>;

const BANDS: readonly Band[] = [1, 2, 3];

/** An unfinished wrap-up weighs a half: docs/spec/routing.md#capacity. */
const loadsOf = (holdings: readonly ReportedHolding[]): StoredLoad[] =>
  holdings.flatMap(({ wrappedUpAt, ...held }) => [
    { ...held, isWrapUp: false },
    ...(held.to === null || held.to === wrappedUpAt
      ? []
      : [{ ...held, units: 0.5, from: held.to, to: wrappedUpAt, isWrapUp: true }]),
  ]);

const round = (value: number): number => Math.round(value * 100) / 100;

const occupancyIn = (spans: readonly OccupiedSpan[], interval: Interval): number | null => {
  const { used, of } = occupancy(spans, interval);
  return of === 0 ? null : round(used / of);
};

interface Reached {
  readonly counted: readonly Contact[];
  readonly turnedAway: number;
}

const reached = (items: readonly Reached[]): Counted =>
  reachRate(
    items.flatMap(({ counted }) => counted),
    sum(items.map(({ turnedAway }) => turnedAway)),
  );

type Answering =
  'contacts' | 'turnedAway' | 'answerRate' | 'reachRate' | 'speed' | 'serviceLevel' | 'leftWaiting';

const answering = (days: ReportDays, contacts: readonly Contact[]): Pick<Figures, Answering> => {
  const counted = days.split(contacts, waitEndedAt);
  return {
    contacts: sumOn(days, (day) => counted(day).length),
    turnedAway: sumOn(days, ({ stored }) => stored.turnedAway),
    answerRate: share(shareOn(days, counted, answerRate), { least: ANSWER_RATE_LEAST }),
    reachRate: share(
      shareOn(
        days,
        (day): Reached[] => [{ counted: counted(day), turnedAway: day.stored.turnedAway }],
        reached,
      ),
    ),
    speed: {
      spread: spreadOn(days, counted, speedToAnswer),
      meanMost: SPEED_MOST.mean,
      p90Most: SPEED_MOST.p90,
    },
    serviceLevel: BANDS.map((band) => {
      const { within, target } = SERVICE_LEVEL[band];
      const level = (items: readonly Contact[]): Counted => serviceLevel(items, { band, within });
      return { band, within, share: share(shareOn(days, counted, level), { least: target }) };
    }),
    leftWaiting: share(shareOn(days, counted, leftWaiting), { most: LEFT_WAITING_MOST }),
  };
};

/** Conversations are counted where they ended; handovers with the answers of the day. */
const conversing = (
  days: ReportDays,
  contacts: readonly ReportedContact[],
): Pick<Figures, 'length' | 'unfinished' | 'handedOver'> => {
  const talked = contacts.flatMap(({ answeredAt, ...rest }) =>
    answeredAt === null ? [] : [{ ...rest, answeredAt }],
  );
  const ended = days.split(talked, ({ endedAt }) => endedAt);
  const answered = days.split(talked, ({ answeredAt }) => answeredAt);
  const moved = (times: number, most: number): Share =>
    share(
      shareOn(days, answered, (items) => handedOver(items, times)),
      { most },
    );
  return {
    length: spreadOn(days, ended, conversationLength),
    unfinished: share(shareOn(days, ended, unfinishedEndings)),
    handedOver: { once: moved(1, HANDED_OVER_MOST.once), twice: moved(2, HANDED_OVER_MOST.twice) },
  };
};

/** A call is of the day on which someone came, or on which it was over without that. */
const helping = (days: ReportDays, { helpCalls }: ReportFrame, now: Instant): Figures['helpCalls'] =>
  [true, false].map((urgent) => ({
    urgent,
    spread: spreadOn(
      days,
      days.split(
        helpCalls.filter((call) => call.urgent === urgent),
        ({ joinedAt, overAt }) => joinedAt ?? overAt ?? now,
      ),
      (calls) => helpResponse(calls, now),
    ),
    most: HELP_WITHIN[urgent ? 'urgent' : 'normal'],
  }));

const surveyOf = (days: ReportDays): Figures['survey'] => {
  const answers = (part: 'better' | 'listened', of: 'felt' | 'told'): Share => {
    const figure = (items: readonly StoredSurvey[]): Counted => ({
      part: sum(items.map((one) => one[part])),
      of: sum(items.map((one) => one[of])),
    });
    const counted = shareOn(days, ({ stored }) => [stored.survey], figure);
    return { ...(counted === null ? HIDDEN : shownSurvey(counted)), least: null, most: null };
  };
  return {
    asked: sumOn(days, ({ stored }) => stored.survey.asked),
    better: answers('better', 'felt'),
    listened: answers('listened', 'told'),
  };
};

const resting = (
  days: ReportDays,
  { cut, frame, now, workBeforeBreak, onTime, days: [first] }: ReportSource,
  conversations: readonly ReportedHolding[],
): Figures['breaks'] => {
  const worked = { shifts: frame.shifts, breaks: frame.breaks, conversations };
  const range = { from: first?.from ?? cut.from, to: cut.to };
  const due = breaksDue(worked, { workBeforeBreak, onTime, now }, range);
  const ofDay = days.split(due, ({ dueAt }) => dueAt);
  const kept = shareOn(days, ofDay, (items) => breaksKept(items, onTime));
  return { kept: share(kept, { least: BREAKS_KEPT_LEAST }), onTime };
};

const estimating = (days: ReportDays): Figures['waitEstimate'] => {
  const promises = ({ stored }: ReportedDay): ReportPart['promises'] => stored.promises;
  return {
    kept: share(shareOn(days, promises, estimateKept), ESTIMATE_KEPT),
    lateBadly: share(shareOn(days, promises, lateBadly), { most: LATE_BADLY_MOST }),
  };
};

const course = (
  { steps, step }: CutRange,
  contacts: readonly Contact[],
  spans: readonly OccupiedSpan[],
): Figures['steps'] => {
  const counted = courseOf(contacts, steps);
  // The sum of a day's hours is told; that of the days of a range only where it tells of ten or more.
  const shown = (counts: readonly number[]): readonly (number | null)[] =>
    step === 'hour' ? shownCounts(counts) : counts.map(shownCount);
  const arrivals = shown(counted.map((one) => one.arrivals));
  const answered = shown(counted.map((one) => one.answered));
  const left = shown(counted.map((one) => one.left));
  return counted.map(({ from, to, p90 }, at) => ({
    ...{ from, to },
    arrivals: arrivals[at] ?? null,
    answered: answered[at] ?? null,
    left: left[at] ?? null,
    p90: p90 === null ? null : whole(p90),
    occupancy: occupancyIn(spans, { from, to }),
  }));
};

/** Every figure of a range, by its definition. */
export const reportOf = (source: ReportSource): Figures => {
  const { cut, now, frame, before } = source;
  const { from, to, days: named, today, step } = cut;
  const days = new ReportDays(source.days);
  const parts = [before, ...source.days.map(({ stored }) => stored)];
  const contacts = parts.flatMap((part) => part.contacts);
  const holdings = parts.flatMap((part) => part.holdings);
  const spans = occupiedSpans(staffTimeOf({ ...frame, loads: loadsOf(holdings) }), now);
  const talkedAtOnce = concurrency(holdings, cut);
  const figures = {
    ...{ now, from, to, days: named, today, step },
    erased: sumOn(days, ({ stored }) => stored.erased),
    isPartial: source.days.some(({ isIn, stored }) => isIn && stored.isPartial),
    ...answering(days, contacts),
    waitEstimate: estimating(days),
    ...conversing(days, contacts),
    replyGap: {
      spread: spreadOn(days, ({ stored }) => stored.replyGaps, spreadOfCounts),
      medianMost: REPLY_GAP_MOST.median,
      p90Most: REPLY_GAP_MOST.p90,
    },
    occupancy: { value: occupancyIn(spans, cut), least: OCCUPANCY.least, most: OCCUPANCY.most },
    concurrency: { value: talkedAtOnce === null ? null : round(talkedAtOnce), most: CONCURRENCY_MOST },
    helpCalls: helping(days, frame, now),
    breaks: resting(days, source, holdings),
    survey: surveyOf(days),
    steps: course(cut, contacts, spans),
  };
  return { ...figures, leavesOut: days.leavesOut };
};
