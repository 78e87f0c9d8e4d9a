import { useEffect, type ReactNode } from 'react';
import { Button, Icon } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { keepShade, setHidden, useIsHidden } from './privacy';
import './shade.css';

export interface ShadeProps {
  /** Only a button covers it: beside a thread that says why, or where there is no space for words. */
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

/** Over what people wrote, and over nothing else: hides it from anyone passing by until it is shown again. */
export const Shade = ({ isSmall = false, children }: ShadeProps) => {
  const isHidden = useIsHidden();
  useEffect(keepShade, []);
  return (
    <div className={isSmall ? 'shade shade--small' : 'shade'}>
      <div className={isHidden ? 'shade__content shade__content--hidden' : 'shade__content'} inert={isHidden}>
        {children}
      </div>
      {isHidden ? (
        <div className="shade__words">
          {isSmall ? null : (
            <>
              <Icon name="eyeOff" size={26} />
              <p className="shade__title">{commonWords.hidden}</p>
              <p>{commonWords.hiddenWhy}</p>
            </>
          )}
          <Button
            kind={isSmall ? 'plain' : 'main'}
            size={isSmall ? 'small' : 'normal'}
            onPress={() => setHidden(false)}
          >
            {commonWords.showAgain}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
