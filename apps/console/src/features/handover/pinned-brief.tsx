import { useId, useState } from 'react';
import type { Handover } from '@warmline/contracts';
import { Banner, Button, Fold, Mark } from '@warmline/ui';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { BriefView } from './brief-view';
import { FirstMark } from './first-mark';
import './handover.css';
import { handoverReceiveWords } from './handover-receive-words';
import { useReadToEnd } from './read-to-end';

/** The brief over the conversation: open until it is read, then a line that opens it again. */
export const PinnedBrief = ({ handover }: { readonly handover: Handover }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const receive = handoverReceiveWords;
  const { id, brief, briefRead, proposedBy, safety } = handover;
  const isOpen = chosen ?? !briefRead;
  const { text, isRead, onScroll } = useReadToEnd(isOpen);
  const readOn = useId();
  const title = receive.brief(proposedBy.name);
  const confirm = (): void => {
    setChosen(null);
    void act(() => client.send('handover:confirm_brief', { handoverId: id }));
  };
  return (
    <div className="pinned">
      <Fold
        title={title}
        mark={briefRead ? <Mark icon="check">{receive.read}</Mark> : null}
        isOpen={isOpen}
        onChange={setChosen}
      >
        <div
          className="pinned__words"
          ref={text}
          tabIndex={0}
          role="group"
          aria-label={title}
          onScroll={onScroll}
        >
          <SafetyMark safety={safety} />
          <FirstMark handover={handover} />
          <BriefView brief={brief} />
        </div>
        {briefRead ? null : (
          <>
            <Button
              size="small"
              kind="main"
              icon="check"
              isBusy={isBusy}
              isDisabled={!isRead}
              {...(isRead ? {} : { 'aria-describedby': readOn })}
              onPress={confirm}
            >
              {receive.haveRead}
            </Button>
            {isRead ? null : (
              <p className="guest__hint" id={readOn}>
                {receive.readOn}
              </p>
            )}
          </>
        )}
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      </Fold>
    </div>
  );
};
