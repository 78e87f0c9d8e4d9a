// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon';
import './term.css';

export interface TermProps {
  readonly word: string;
  /** What the button is called that shows the definition. */
  readonly label: string;
  /** The definition. */
  readonly children: ReactNode;
}

/** A word whose definition shows on hover, on focus and on a press; Esc puts it away. */
export const Term = ({ word, label, children }: TermProps) => {
  const id = useId();
  const [isPressed, setPressed] = useState(false);
  const [isPutAway, setPutAway] = useState(false);
  const show = (): void => setPutAway(false);
  const hide = (): void => setPressed(false);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape') return;
    setPutAway(true);
    hide();
  };
  const shape = `${isPressed ? ' ui-term--shown' : ''}${isPutAway ? ' ui-term--away' : ''}`;
  return (
    <span className={`ui-term${shape}`} onMouseEnter={show} onKeyDown={onKeyDown}>
      <span className="ui-term__word">{word}</span>{' '}
      <button
        type="button"
        className="ui-term__ask"
        aria-label={label}
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={() => setPressed((before) => !before)}
      >
        <Icon name="question" size={14} />
      </button>
      <span id={id} role="tooltip" className="ui-term__meaning">
        {children}
      </span>
    </span>
  );
};
