import type { LastSave } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { atMoment } from '../../shared/i18n/moment-words';
import { useParts } from '../../shared/page/parts';
import { setupWords } from './setup-words';

const effectsTold = ({ added, changed, removed }: LastSave): string => {
  const told = [
    ...(removed === 0 ? [] : [setupWords.countDeleted(removed)]),
    ...(changed === 0 ? [] : [setupWords.countChanged(changed)]),
    ...(added === 0 ? [] : [setupWords.countAdded(added)]),
  ];
  return told.length === 0 ? setupWords.countMoved : told.join(', ');
};

/** Of whom and what is told of a save on the page of one person. */
interface OfPerson {
  readonly signInName: string;
  /** Everyone's name, by sign-in name. */
  readonly nameOf: (signInName: string) => string;
}

const NAMES_TOLD = 5;
const inOneSentence = new Intl.ListFormat(locale.formats);

const namesTold = ({ people }: LastSave, { nameOf }: OfPerson): string => {
  const names = people.slice(0, NAMES_TOLD).map(nameOf);
  const more = people.length - names.length;
  return inOneSentence.format(more === 0 ? names : [...names, setupWords.morePeople(more)]);
};

interface LastSaveBannerProps {
  readonly last: LastSave | null;
  readonly isBusy: boolean;
  /** It would sign people out who talk with visitors: undoing it has to be confirmed. */
  readonly isAsked: boolean;
  readonly onUndo: () => void;
  /** On the page of one person: shown where the save changed something of theirs, with everyone whom it changed. */
  readonly of?: OfPerson;
}

/** Who saved the list last and what that changed, for as long as it can be undone. */
export const LastSaveBanner = ({ last, isBusy, isAsked, onUndo, of }: LastSaveBannerProps) => {
  const now = useParts().clock.now();
  if (last === null || last.until <= now) return null;
  if (of !== undefined && !last.people.includes(of.signInName.toLowerCase())) return null;
  const effects = effectsTold(last);
  const told = of === undefined ? effects : setupWords.effectsOf(effects, namesTold(last, of));
  return (
    <Banner
      icon="check"
      actions={
        last.canUndo ? (
          <Button size="small" kind={isAsked ? 'grave' : 'plain'} isBusy={isBusy} onPress={onUndo}>
            {isAsked ? setupWords.undoAnyway : setupWords.undo}
          </Button>
        ) : undefined
      }
    >
      {setupWords.lastSave(last.by, atMoment(last.at, now), told)}{' '}
      {last.canUndo ? setupWords.undoUntil(atMoment(last.until, now)) : setupWords.cannotUndo}
    </Banner>
  );
};
