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
  countedIn,
  courseOf,
  ESTIMATE_KEPT,
  estimateKept,
  HANDED_OVER_MOST,
  handedOver,
  HELP_WITHIN,
  helpResponse,
  isWithin,
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
  shownSplit,
  shownSpread,
  shownSurvey,
  SPEED_MOST,
  speedToAnswer,
  spreadOfCounts,
  unfinishedEndings,
  type Contact,
  type Interval,
  type OccupiedSpan,
  type Share as Counted,
  type Spread,
} from '@warmline/figures';
import type { Instant } from '@warmline/kernel';
import type {
  ReportedContact,
  ReportedHolding,
  ReportFrame,
  ReportPart,
  StoredLoad,
} from '@warmline/postgres';
import type { Band } from '@warmline/vocabulary';
import type { CutRange } from './report-range';
import { staffTimeOf } from './staff-time';

export interface ReportSource {
  readonly cut: CutRange;
  readonly now: Instant;
  readonly frame: ReportFrame;
  /** In the order of time. */
  readonly parts: readonly ReportPart[];
  /** Time in conversations (ms) after which a break is due, and how soon after that it is on time. */
  readonly workBeforeBreak: number;
  readonly onTime: number;
}

type Figures = Omit<Report, 'timeZone'>;

const BANDS: readonly Band[] = [1, 2, 3];

const share = (counted: Counted, { least, most }: { least?: number; most?: number } = {}): Share => ({
  ...shownSplit(counted),
  least: least ?? null,
  most: most ?? null,
});

const whole = (span: number): number => Math.max(0, Math.round(span));

const spreadOf = (spread: Spread | null): Report['length'] => {
  const shown = shownSpread(spread);
  if (shown.median === null) return { n: shown.n, mean: null, median: null, p90: null };
  return { n: shown.n, mean: whole(shown.mean), median: whole(shown.median), p90: whole(shown.p90) };
};

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

const answering = (
  counted: readonly Contact[],
  turnedAway: number,
): Pick<
  Figures,
  'contacts' | 'turnedAway' | 'answerRate' | 'reachRate' | 'speed' | 'serviceLevel' | 'leftWaiting'
> => ({
  contacts: counted.length,
  turnedAway,
  answerRate: share(answerRate(counted), { least: ANSWER_RATE_LEAST }),
  reachRate: share(reachRate(counted, turnedAway)),
  speed: { spread: spreadOf(speedToAnswer(counted)), meanMost: SPEED_MOST.mean, p90Most: SPEED_MOST.p90 },
  serviceLevel: BANDS.map((band) => {
    const { within, target } = SERVICE_LEVEL[band];
    return { band, within, share: share(serviceLevel(counted, { band, within }), { least: target }) };
  }),
  leftWaiting: share(leftWaiting(counted), { most: LEFT_WAITING_MOST }),
});

/** Conversations are counted where they ended; handovers with the answers of the range. */
const conversing = (
  contacts: readonly ReportedContact[],
  cut: CutRange,
): Pick<Figures, 'length' | 'unfinished' | 'handedOver'> => {
  const talked = contacts.flatMap(({ answeredAt, ...rest }) =>
    answeredAt === null ? [] : [{ ...rest, answeredAt }],
  );
  const ended = talked.filter(({ endedAt }) => endedAt !== null && isWithin(cut, endedAt));
  const answered = talked.filter(({ answeredAt }) => isWithin(cut, answeredAt));
  const moved = (times: number, most: number): Share => share(handedOver(answered, times), { most });
  return {
    length: spreadOf(conversationLength(ended)),
    unfinished: share(unfinishedEndings(ended)),
    handedOver: { once: moved(1, HANDED_OVER_MOST.once), twice: moved(2, HANDED_OVER_MOST.twice) },
  };
};

const helping = ({ helpCalls }: ReportFrame, now: Instant): Figures['helpCalls'] =>
  [true, false].map((urgent) => ({
    urgent,
    spread: spreadOf(
      helpResponse(
        helpCalls.filter((call) => call.urgent === urgent),
        now,
      ),
    ),
    most: HELP_WITHIN[urgent ? 'urgent' : 'normal'],
  }));

const surveyOf = ({ survey: { asked, felt, better, told, listened } }: ReportFrame): Figures['survey'] => {
  const answers = (part: number, of: number): Share => ({
    ...shownSurvey({ part, of }),
    least: null,
    most: null,
  });
  return { asked: shownCount(asked), better: answers(better, felt), listened: answers(listened, told) };
};

const resting = (
  { cut, now, frame, workBeforeBreak, onTime }: ReportSource,
  conversations: readonly ReportedHolding[],
): Figures['breaks'] => {
  const { shifts, breaks } = frame;
  const due = breaksDue({ shifts, breaks, conversations }, { workBeforeBreak, onTime, now }, cut);
  return { kept: share(breaksKept(due, onTime), { least: BREAKS_KEPT_LEAST }), onTime };
};

/** Every figure of a range, by its definition. */
export const reportOf = (source: ReportSource): Figures => {
  const { cut, now, frame, parts } = source;
  const { from, to, days, today, step } = cut;
  const contacts = parts.flatMap((part) => part.contacts);
  const holdings = parts.flatMap((part) => part.holdings);
  const promises = parts.flatMap((part) => part.promises);
  const spans = occupiedSpans(staffTimeOf({ ...frame, loads: loadsOf(holdings) }), now);
  const talkedAtOnce = concurrency(holdings, cut);
  return {
    now,
    from,
    to,
    days,
    today,
    erased: frame.erased,
    isPartial: parts.some((part) => part.isPartial),
    ...answering(countedIn(contacts, cut), frame.turnedAway),
    waitEstimate: {
      kept: share(estimateKept(promises), ESTIMATE_KEPT),
      lateBadly: share(lateBadly(promises), { most: LATE_BADLY_MOST }),
    },
    ...conversing(contacts, cut),
    replyGap: {
      spread: spreadOf(spreadOfCounts(parts.flatMap(({ replyGaps }) => replyGaps))),
      medianMost: REPLY_GAP_MOST.median,
      p90Most: REPLY_GAP_MOST.p90,
    },
    occupancy: {
      value: occupancyIn(spans, cut),
      least: OCCUPANCY.least,
      most: OCCUPANCY.most,
    },
    concurrency: { value: talkedAtOnce === null ? null : round(talkedAtOnce), most: CONCURRENCY_MOST },
    helpCalls: helping(frame, now),
    breaks: resting(source, holdings),
    survey: surveyOf(frame),
    step,
    steps: courseOf(contacts, cut.steps).map(({ from: begins, to: ends, ...one }) => ({
      from: begins,
      to: ends,
      arrivals: shownCount(one.arrivals),
      answered: shownCount(one.answered),
      left: shownCount(one.left),
      p90: one.p90 === null ? null : whole(one.p90),
      occupancy: occupancyIn(spans, { from: begins, to: ends }),
    })),
  };
};
