import type { LastSave } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
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

interface LastSaveBannerProps {
  readonly last: LastSave | null;
  readonly isBusy: boolean;
  /** It would sign people out who talk with visitors: undoing it has to be confirmed. */
  readonly isAsked: boolean;
  readonly onUndo: () => void;
}

/** Who saved the list last and what that changed, for as long as it can be undone. */
export const LastSaveBanner = ({ last, isBusy, isAsked, onUndo }: LastSaveBannerProps) => {
  const now = useParts().clock.now();
  if (last === null || last.until <= now) return null;
  return (
    <Banner
      icon="check"
      actions={
        <Button size="small" kind={isAsked ? 'grave' : 'plain'} isBusy={isBusy} onPress={onUndo}>
          {isAsked ? setupWords.undoAnyway : setupWords.undo}
        </Button>
      }
    >
      {setupWords.lastSave(last.by, atMoment(last.at, now), effectsTold(last))}{' '}
      {setupWords.undoUntil(atMoment(last.until, now))}
    </Banner>
  );
};
