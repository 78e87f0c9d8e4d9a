import { readFileSync } from 'node:fs';
import { english } from './english';

const root = new URL('../../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** Every sentence of the catalogue by its place, such as `before.privacy.0`. */
const placesIn = (value: unknown, place = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [place];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesIn(inner, place === '' ? key : `${place}.${key}`),
  );
};

interface Told {
  readonly places: readonly string[];
  readonly title: string;
  readonly file: string;
}

/** The rows of the table in docs/rules. */
const told: readonly Told[] = [
  ...read('docs/rules/told-facts.md').matchAll(/^\| (`[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
].map(([, places = '', title = '', file = '']) => ({
  places: [...places.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
  title: title.trim(),
  file: file.trim(),
}));

const covers = (pattern: string, place: string): boolean =>
  pattern.endsWith('.*') ? place.startsWith(pattern.slice(0, -1)) : place === pattern;

/** Names of controls, questions, choices, advice and rules of the service that no test can show. */
const STATES_NO_FACT = `
  title skip exit.* emergency.* arrive.title arrive.points.* arrive.start
  arrive.checking urgent.start urgent.unsure midnight again outdated.* before.title before.privateLead before.ofCharity before.tellLead
  before.tellText before.knowLead before.morePrivacy before.moreSafety before.safety.1 before.safety.2 before.deviceLead
  before.continue before.back safety.title safety.optional safety.needed safety.answers.* safety.name
  safety.nameHint safety.continue safety.skip waiting.open waiting.whenJoined waiting.signal waiting.signalTitle
  waiting.things waiting.help waiting.stop waiting.stopAsk waiting.stopYes waiting.stopNo calm.*
  starting.* talking.end talking.endAsk talking.endYes talking.endNo talking.ending thread.label
  thread.you thread.earlier thread.times thread.newer thread.change thread.remove composer.label
  composer.hint composer.send composer.empty composer.leftOne composer.left composer.overOne composer.over
  composer.detailsTitle composer.detailsText composer.details.* composer.sendAnyway composer.change handover.label handover.yes
  handover.no proof.part ended.thanks ended.reasons.left_waiting ended.reasons.safety_action ended.reasons.boundary ended.links
  ended.copy ended.copyBox ended.help ended.leave ended.again ended.after.title ended.after.hard ended.after.feeling
  ended.after.feelings.* ended.after.listened ended.after.listenedAnswers.* ended.after.words ended.after.wordsHint ended.after.send ended.after.skip
  ended.after.nothing ended.after.skipped complaint.open complaint.notNow complaint.label complaint.hint complaint.send
  complaint.sending complaint.empty complaint.left silence.label silence.ask silence.here silence.moreTime
  privacy.open silence.end silence.endAsk silence.endYes silence.endNo
`
  .trim()
  .split(/\s+/);

const all = placesIn(english);
const listed = told.flatMap(({ places }) => places);

describe('what the page tells a visitor', () => {
  it('[SAF4] is either a fact with a test, or states none', () => {
    const undecided = all.filter(
      (place) => ![...listed, ...STATES_NO_FACT].some((pattern) => covers(pattern, place)),
    );
    expect(undecided).toEqual([]);
  });

  it('[SAF4] is listed under a place that is in the catalogue, and not in both lists', () => {
    const patterns = [...listed, ...STATES_NO_FACT];
    expect(patterns.filter((pattern) => !all.some((place) => covers(pattern, place)))).toEqual([]);
    const both = all.filter(
      (place) =>
        listed.some((pattern) => covers(pattern, place)) &&
        STATES_NO_FACT.some((pattern) => covers(pattern, place)),
    );
    expect(both).toEqual([]);
  });

  it.each(told)('[SAF4] has a test of the fact: $title', ({ title, file }) => {
    expect(read(file)).toContain(title);
  });
});
