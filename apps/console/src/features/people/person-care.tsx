import { useState } from 'react';
import { Button, Dialog, DialogFoot, Mark, OneOf } from '@warmline/ui';
import type { MoreHoursReason } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { momentWords } from '../../shared/i18n/moment-words';
import { hours, ordinal } from '../../shared/i18n/spans';
import { careWords } from './people-words';
import type { Person } from './person-words';

const said = careWords;
const inHours = (span: number): string => hours(Math.floor(span / 60_000));
const REASONS: readonly MoreHoursReason[] = ['nobody_else', 'many_waiting', 'own_wish'];
/** From so much of a week (ms) before its limit on it is spoken of, and more can be allowed. */
const NEAR = 2 * 60 * 60_000;

/** Whether a person is so near their weekly limit that they may need more hours. */
export const isNearWeek = ({ week }: Person): boolean => week.worked + NEAR > week.atMost;

const ObserveMark = ({ person }: { readonly person: Person }) => {
  const { toObserve } = person;
  if (toObserve === null) return null;
  const { reason, held, of, observed } = toObserve;
  return (
    <>
      <Mark tone="accent" icon="eye">
        {reason === 'back_after_long' ? said.backAfterLong : said.firstConversations(held, of)}
      </Mark>
      <span className="ui-table__soft">{said.observed(observed)}</span>
    </>
  );
};

const FeedbackMissing = ({ person, now }: { readonly person: Person; readonly now: number }) => {
  if (person.firstFeedback === null) return null;
  const { missing, number, dueAt } = person.firstFeedback;
  const when = dueAt < now ? null : momentWords(dueAt, now);
  return <span className="ui-table__soft">{said.firstFeedback(missing, ordinal(number), when)}</span>;
};

/** Why a person needs a supervisor: a wish to talk, reading along, or a nearly full week. Most have none. */
export const CareMarks = ({ person, now }: { readonly person: Person; readonly now: number }) => {
  const { week, contactWantedAt, toObserve, firstFeedback } = person;
  const isWeekTold = isNearWeek(person) || week.allowed !== null;
  const isNew = toObserve !== null || firstFeedback !== null;
  if (contactWantedAt === null && !isNew && !isWeekTold) return null;
  return (
    <span className="people__care">
      {contactWantedAt === null ? null : (
        <Mark tone="notice" icon="speech">
          {said.contactWanted}
        </Mark>
      )}
      <ObserveMark person={person} />
      <FeedbackMissing person={person} now={now} />
      {isWeekTold ? (
        <span className="ui-table__soft">{said.week(inHours(week.worked), inHours(week.atMost))}</span>
      ) : null}
      {week.allowed === null ? null : (
        <span className="ui-table__soft">
          {said.allowedBy(week.allowed.by, momentWords(week.allowed.until, now))}
        </span>
      )}
    </span>
  );
};

export interface AllowHoursProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onAllow: (reason: MoreHoursReason) => void;
}

/** More hours than a week has: whose word it is and why is recorded, so it is asked for. */
export const AllowHoursDialog = ({ person, onClose, onAllow }: AllowHoursProps) => {
  const [reason, setReason] = useState<MoreHoursReason | null>(null);
  return (
    <Dialog title={said.allowTitle(person.name)} isOpen onClose={onClose} isLight>
      <p>{said.allowLead(inHours(person.week.worked), inHours(person.week.atMost))}</p>
      <OneOf<MoreHoursReason>
        label={said.reason}
        choices={REASONS.map((value) => ({ value, label: said.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isDisabled={reason === null} onPress={() => reason !== null && onAllow(reason)}>
          {said.allowIt}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
