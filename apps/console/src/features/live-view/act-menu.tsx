import { MenuButton } from '@warmline/ui';
import type { SupervisorAct, ToActOn } from '../../shared/handover/to-act-on';
import { commonWords } from '../../shared/i18n/common-words';
import { liveViewWords } from './live-view-words';

export interface ActMenuProps {
  readonly what: ToActOn;
  /** A handover of it is open already, and there is one at a time. */
  readonly isUnderWay: boolean;
  readonly label: string;
  readonly onAct: (act: SupervisorAct, what: ToActOn) => void;
}

/** What a supervisor can do about one conversation beside reading it. */
export const ActMenu = ({ what, isUnderWay, label, onAct }: ActMenuProps) => {
  const board = liveViewWords;
  const canHandOver = what.holder !== null && what.epoch > 0 && !isUnderWay;
  return (
    <MenuButton<SupervisorAct>
      label={label}
      entries={[
        ...(canHandOver
          ? [{ key: 'hand_over' as const, label: board.reassign, hint: board.reassignHint }]
          : []),
        { key: 'take_over', label: commonWords.takeOver, hint: commonWords.takeOverHint },
        ...(what.holder === null
          ? []
          : [{ key: 'mark_for_review' as const, label: board.mark, hint: board.markHint }]),
      ]}
      onChoose={(act) => onAct(act, what)}
    >
      {commonWords.more}
    </MenuButton>
  );
};
