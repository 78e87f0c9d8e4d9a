import type { Desk, Training } from '@warmline/contracts';
import { Button, Dialog, DialogFoot } from '@warmline/ui';
import { useTopics } from '../../shared/content/topics';
import { momentWords, spanWords } from '../../shared/i18n/moment-words';
import { hours } from '../../shared/i18n/spans';
import { daysLeft } from './day-state';
import { wellbeingWords } from './wellbeing-words';

const said = wellbeingWords.protection;
const { module } = wellbeingWords;
const inHours = (span: number): string => hours(Math.floor(span / 60_000));

const trainingWords = (record: Training, now: number): string => {
  const name = module(record.module);
  if (record.state === 'missing') return said.missing(name);
  if (record.state === 'expired') return said.over(name);
  return record.state === 'valid' ? said.valid(name) : said.soon(name, daysLeft(record, now) ?? 0);
};

const linesOf = (
  { wellbeing: day }: Desk,
  now: number,
  nameOf: (topic: string) => string,
): readonly string[] => [
  said.today(inHours(day.hours.today), inHours(day.hours.todayAtMost)),
  said.week(inHours(day.hours.week), inHours(day.hours.weekAtMost)),
  ...(day.hours.allowed === null
    ? []
    : [
        said.allowed(
          day.hours.allowed.by,
          inHours(day.hours.weekAtMost),
          momentWords(day.hours.allowed.until, now),
        ),
      ]),
  said.gaps(inHours(day.gaps.inDay), inHours(day.gaps.overnight)),
  said.break(spanWords(day.spans.breakFor), spanWords(day.spans.workBeforeBreak)),
  said.rest({
    quiet: spanWords(day.spans.quietAfter),
    extended: spanWords(day.spans.quietExtended),
    heavy: spanWords(day.spans.restAfterHeavy),
  }),
  said.heavy(
    said.of(day.heavy.inARow, day.heavy.inARowAtMost),
    said.of(day.heavy.sinceCheckIn, day.heavy.sinceCheckInAtMost),
  ),
  said.capacity[day.capacity.reason](String(day.capacity.units)),
  ...(day.mutedTopics.length === 0 ? [] : [said.muted(day.mutedTopics.map(nameOf).join(', '))]),
  ...(day.contactWantedAt === null ? [] : [wellbeingWords.contact.wanted]),
];

export interface ProtectionDialogProps {
  readonly desk: Desk;
  readonly now: number;
  readonly onClose: () => void;
}

/** Every limit that holds now, and how much of it is used: nothing about one's day is decided in the dark. */
export const ProtectionDialog = ({ desk, now, onClose }: ProtectionDialogProps) => (
  <Dialog title={said.title} isOpen onClose={onClose} isLight>
    <p>{said.lead}</p>
    <ul className="day__list">
      {linesOf(desk, now, useTopics().nameOf).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <h3>{said.training}</h3>
    <ul className="day__list">
      {desk.wellbeing.training.map((record) => (
        <li key={record.module}>{trainingWords(record, now)}</li>
      ))}
    </ul>
    <DialogFoot>
      <Button kind="main" autoFocus onPress={onClose}>
        {wellbeingWords.close}
      </Button>
    </DialogFoot>
  </Dialog>
);
