import type { ReactNode } from 'react';
import { Button, Icon } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { setHidden, useIsHidden } from './privacy';
import './veil.css';

/** Keeps what people wrote out of sight while it is hidden, and keeps anyone from typing blind into it. */
export const Veil = ({ children }: { readonly children: ReactNode }) => {
  const isHidden = useIsHidden();
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
