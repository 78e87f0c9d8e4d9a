import { useState } from 'react';
import type { LiveView, HandoverSummary } from '@warmline/contracts';
import { Button, Empty, Mark } from '@warmline/ui';
import { isBeforeControl, isOpenHandover } from '../../shared/handover/handover-roles';
import { commonWords, bandWords } from '../../shared/i18n/common-words';
import { handoverStepWords, handoverViewWords } from './handover-words';
import { timeLeftWords } from './time-left-words';
import { WithdrawDialog } from './withdraw-dialog';

/** From this many on, it is marked: being passed on again and again is hard on a person. */
const OFTEN = 1;

const targetWords = ({ receiver, to }: HandoverSummary): string => {
  if (receiver !== null) return receiver.name;
  return to.to === 'skill' ? handoverViewWords.anyoneWith(to.skill) : handoverViewWords.anyone;
};

const stateWords = ({ state, reason }: HandoverSummary): string => {
  const { reasons } = handoverViewWords;
  const states = commonWords.handoverStates;
  return reason === null || reason === 'withdrawn' ? states[state] : reasons[reason];
};

const Count = ({ count }: { readonly count: number }) =>
  count > OFTEN ? (
    <Mark tone="notice" icon="warn">
      {handoverViewWords.times(count)}
    </Mark>
  ) : (
    <span className={count === 0 ? 'table__soft' : ''}>{handoverViewWords.times(count)}</span>
  );

const From = ({ sender, proposedBy }: HandoverSummary) => (
  <>
    {sender.name}
    {proposedBy.id === sender.id ? null : (
      <span className="table__soft"> ({handoverViewWords.askedBy(proposedBy.name)})</span>
    )}
  </>
);

const State = (handover: HandoverSummary) => (
  <span className="table__both">
    {stateWords(handover)}
    {handover.kind === 'cold' ? <Mark tone="notice">{handoverViewWords.cold}</Mark> : null}
    {handover.mustLeave ? <Mark>{handoverViewWords.mustLeave}</Mark> : null}
  </span>
);

interface RowProps {
  readonly handover: HandoverSummary;
  /** As far as it still runs. */
  readonly running: LiveView['conversations'][number] | undefined;
  readonly now: number;
  readonly onWithdraw: () => void;
}

const Row = ({ handover, running, now, onWithdraw }: RowProps) => {
  const said = handoverViewWords;
  const isOpen = isOpenHandover(handover);
  const name = running?.visitorName ?? '';
  return (
    <tr className={isOpen ? '' : 'table__row--soft'}>
      <th scope="row">
        <span className="table__both">
          <bdi>{name || commonWords.unnamed}</bdi>
          <Mark tone={handover.band === 1 ? 'strong' : 'plain'}>{bandWords[handover.band]}</Mark>
        </span>
      </th>
      <td>
        <From {...handover} />
      </td>
      <td>{targetWords(handover)}</td>
      <td>
        <State {...handover} />
      </td>
      <td>{isOpen && handover.expiresAt !== null ? timeLeftWords(handover.expiresAt, now) : said.noLimit}</td>
      <td>{running === undefined ? said.noLimit : <Count count={running.handovers} />}</td>
      <td className="table__acts">
        {isBeforeControl(handover) ? (
          <Button size="small" aria-label={said.withdrawOf(handover.sender.name)} onPress={onWithdraw}>
            {handoverStepWords.withdraw}
          </Button>
        ) : null}
      </td>
    </tr>
  );
};

export interface HandoversTableProps {
  readonly board: LiveView;
  readonly now: number;
}

/** Every handover under way, the newest first, and those that ended within the last minute. */
export const HandoversTable = ({ board, now }: HandoversTableProps) => {
  const [asked, setAsked] = useState<HandoverSummary | null>(null);
  const said = handoverViewWords;
  if (board.handovers.length === 0)
    return (
      <Empty icon="hand" title={said.none}>
        {said.noneMore}
      </Empty>
    );
  const rows = [...board.handovers].sort((one, other) => other.proposedAt - one.proposedAt);
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={said.title}>
      <table className="table">
        <thead>
          <tr>
            {[said.visitor, said.from, said.to, said.state, said.timeLeft, said.count].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">
              <span className="ui-unseen">{commonWords.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((handover) => (
            <Row
              key={handover.id}
              handover={handover}
              running={board.conversations.find((one) => one.conversationId === handover.conversationId)}
              now={now}
              onWithdraw={() => setAsked(handover)}
            />
          ))}
        </tbody>
      </table>
      {asked === null ? null : (
        <WithdrawDialog handover={asked} sender={asked.sender.name} onClose={() => setAsked(null)} />
      )}
    </div>
  );
};
