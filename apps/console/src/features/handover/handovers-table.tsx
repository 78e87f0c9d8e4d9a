import { useState } from 'react';
import type { LiveView, HandoverSummary, Safety } from '@warmline/contracts';
import { Button, Empty, Mark, Table, type TableColumn } from '@warmline/ui';
import { isBeforeControl, isOpenHandover } from '../../shared/handover/handover-roles';
import { commonWords, bandWords } from '../../shared/i18n/common-words';
import { VisitorName } from '../../shared/page/visitor-name';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { FirstMark } from './first-mark';
import { handoverStepWords, handoverViewWords } from './handover-words';
import { timeLeftWords } from './time-left-words';
import { WithdrawDialog } from './withdraw-dialog';

const said = handoverViewWords;

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

/** The conversation counts this handover too once control has passed. */
const countBefore = ({ state }: HandoverSummary, all: number): number =>
  state === 'control_passed' || state === 'left' ? Math.max(0, all - 1) : all;

const Count = ({ count }: { readonly count: number }) =>
  count > OFTEN ? (
    <Mark tone="notice" icon="warn">
      {handoverViewWords.times(count)}
    </Mark>
  ) : (
    <span className={count === 0 ? 'ui-table__soft' : ''}>{handoverViewWords.times(count)}</span>
  );

const From = (handover: HandoverSummary) => {
  const { sender, proposedBy } = handover;
  return (
    <span className="ui-table__marks">
      {sender.name}
      {proposedBy.id === sender.id ? null : (
        <span className="ui-table__soft"> ({handoverViewWords.askedBy(proposedBy.name)})</span>
      )}
      <FirstMark handover={handover} />
    </span>
  );
};

const State = (handover: HandoverSummary) => (
  <span className="ui-table__marks">
    {stateWords(handover)}
    {handover.kind === 'cold' ? <Mark tone="notice">{handoverViewWords.cold}</Mark> : null}
    {handover.mustLeave ? <Mark>{handoverViewWords.mustLeave}</Mark> : null}
  </span>
);

/** A handover with the conversation it is about, if that is still running, and the safety answer of one that runs or waits. */
interface HandoverRow {
  readonly handover: HandoverSummary;
  readonly running: LiveView['conversations'][number] | undefined;
  readonly safety: Safety | undefined;
}

const VisitorCell = ({ handover, running, safety }: HandoverRow) => (
  <span className="ui-table__marks">
    <VisitorName name={running?.visitorName ?? ''} conversationId={handover.conversationId} />
    <Mark tone={handover.band === 1 ? 'strong' : 'plain'}>{bandWords[handover.band]}</Mark>
    {safety === undefined ? null : <SafetyMark safety={safety} />}
  </span>
);

const columnsOf = (
  now: number,
  onWithdraw: (handover: HandoverSummary) => void,
): readonly TableColumn<HandoverRow>[] => [
  { key: 'visitor', title: said.visitor, cell: (row) => <VisitorCell {...row} /> },
  { key: 'from', title: said.from, cell: ({ handover }) => <From {...handover} /> },
  { key: 'to', title: said.to, cell: ({ handover }) => targetWords(handover) },
  { key: 'state', title: said.state, cell: ({ handover }) => <State {...handover} /> },
  {
    key: 'time-left',
    title: said.timeLeft,
    cell: ({ handover }) =>
      isOpenHandover(handover) && handover.expiresAt !== null
        ? timeLeftWords(handover.expiresAt, now)
        : said.noLimit,
  },
  {
    key: 'count',
    title: said.count,
    cell: ({ handover, running }) =>
      running === undefined ? said.noLimit : <Count count={countBefore(handover, running.handovers)} />,
  },
  {
    key: 'actions',
    title: commonWords.actions,
    kind: 'actions',
    cell: ({ handover }) =>
      isBeforeControl(handover) ? (
        <Button
          size="small"
          aria-label={said.withdrawOf(handover.sender.name)}
          onPress={() => onWithdraw(handover)}
        >
          {handoverStepWords.withdraw}
        </Button>
      ) : null,
  },
];

export interface HandoversTableProps {
  readonly board: LiveView;
  readonly now: number;
  readonly label?: string;
}

/** The handovers of the board, the newest first: those under way, or those that ended within the last minute. */
export const HandoversTable = ({ board, now, label = said.title }: HandoversTableProps) => {
  const [asked, setAsked] = useState<HandoverSummary | null>(null);
  if (board.handovers.length === 0)
    return (
      <Empty icon="hand" title={said.none}>
        {said.noneMore}
      </Empty>
    );
  const rows = [...board.handovers]
    .sort((one, other) => other.proposedAt - one.proposedAt)
    .map((handover) => {
      const isIt = (one: { readonly conversationId: string }) =>
        one.conversationId === handover.conversationId;
      const running = board.conversations.find(isIt);
      return { handover, running, safety: (running ?? board.waiting.find(isIt))?.safety };
    });
  return (
    <>
      <Table
        label={label}
        columns={columnsOf(now, setAsked)}
        rows={rows}
        rowKey={({ handover }) => handover.id}
        isSoft={({ handover }) => !isOpenHandover(handover)}
      />
      {asked === null ? null : (
        <WithdrawDialog handover={asked} sender={asked.sender.name} onClose={() => setAsked(null)} />
      )}
    </>
  );
};
