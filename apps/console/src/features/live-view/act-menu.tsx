import { MenuButton } from '@warmline/ui';
import type { SupervisorAct, ToActOn } from '../../shared/handover/to-act-on';
import { words } from '../../shared/i18n/words';

export interface ActMenuProps {
  readonly what: ToActOn;
  /** A handover of it is open already, and there is one at a time. */
  readonly isUnderWay: boolean;
  readonly label: string;
  readonly onAct: (act: SupervisorAct, what: ToActOn) => void;
}

/** What a supervisor can do about one conversation beside reading it. */
export const ActMenu = ({ what, isUnderWay, label, onAct }: ActMenuProps) => {
  const { board } = words.handover;
  const canHandOver = what.holder !== null && what.epoch > 0 && !isUnderWay;
  return (
    <MenuButton<SupervisorAct>
      label={label}
      entries={[
        ...(canHandOver
          ? [{ key: 'hand_over' as const, label: board.reassign, hint: board.reassignHint }]
          : []),
        { key: 'take_over', label: board.takeOver, hint: board.takeOverHint },
      ]}
      onChoose={(act) => onAct(act, what)}
    >
      {board.more}
    </MenuButton>
  );
};
