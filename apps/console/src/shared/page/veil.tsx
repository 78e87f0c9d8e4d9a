import type { ReactNode } from 'react';
import { Button, Icon } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { setHidden, useIsHidden } from './privacy';
import './veil.css';

export interface VeilProps {
  /** False where nothing that people wrote is on screen: queues, figures and names of staff stay on screen. */
  readonly isNeeded?: boolean;
  readonly children: ReactNode;
}

/** Keeps what people wrote out of sight while it is hidden, and keeps anyone from typing blind into it. */
export const Veil = ({ isNeeded = true, children }: VeilProps) => {
  const isHidden = useIsHidden() && isNeeded;
  return (
    <div className="veil">
      <div className={isHidden ? 'veil__content veil__content--hidden' : 'veil__content'} inert={isHidden}>
        {children}
      </div>
      {isHidden ? (
        <div className="veil__words">
          <Icon name="eyeOff" size={26} />
          <h1 className="veil__title">{commonWords.hidden}</h1>
          <p>{commonWords.hiddenWhy}</p>
          <Button kind="main" onPress={() => setHidden(false)}>
            {commonWords.showAgain}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
