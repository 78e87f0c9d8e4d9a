import { useEffect, useRef, useState } from 'react';
import { Banner, OneOf, Waiting } from '@warmline/ui';
import {
  PREVIEW_READY,
  PREVIEW_SCREENS,
  type Charity,
  type PreviewMessage,
  type PreviewScreen,
} from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { previewWords as said } from './preview-words';
import './preview-card.css';

/** How long the preview may take to be there (ms). */
const LATE_MS = 10_000;

const PLACE = '/preview/';

const SCREENS = PREVIEW_SCREENS.map((value) => ({ value, label: said.screens[value] }));
const SCHEMES = (['day', 'night'] as const).map((value) => ({ value, label: said.schemes[value] }));

/** The frame, told of everything that is in the form, and again whenever that changes. */
const useFrame = (message: PreviewMessage) => {
  const { clock } = useParts();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'late'>('loading');
  useEffect(() => {
    const hear = ({ source, origin, data: heard }: MessageEvent<unknown>): void => {
      const isFrame = source !== null && source === frame.current?.contentWindow;
      if (isFrame && origin === location.origin && heard === PREVIEW_READY) setState('ready');
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => clock.after(LATE_MS, () => setState((now) => (now === 'loading' ? 'late' : now))), [clock]);
  useEffect(() => {
    if (state === 'ready') frame.current?.contentWindow?.postMessage(message, location.origin);
  });
  return { frame, state };
};

/** The visitor's page on a phone as it will look, by day and by night, with what is in the form before it is saved. */
export const PreviewCard = ({ draft }: { readonly draft: Charity }) => {
  const [screen, setScreen] = useState<PreviewScreen>('arriving');
  const [scheme, setScheme] = useState<'day' | 'night'>('day');
  const { frame, state } = useFrame({ preview: draft, screen, isNight: scheme === 'night' });
  return (
    <aside className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{said.title}</h2>
      <p className="preview__lead">{said.lead}</p>
      <div className="preview__choices">
        <OneOf label={said.screen} choices={SCREENS} value={screen} onChange={setScreen} />
        <OneOf label={said.scheme} choices={SCHEMES} value={scheme} onChange={setScheme} />
      </div>
      <div className="preview__phone">
        {state === 'loading' ? <Waiting label={said.loading} lines={6} /> : null}
        {state === 'late' ? (
          <Banner tone="notice" icon="warn">
            {said.late}
          </Banner>
        ) : null}
        <iframe
          ref={frame}
          className={state === 'ready' ? undefined : 'preview__hidden'}
          src={PLACE}
          title={said.frame}
          tabIndex={-1}
        />
      </div>
    </aside>
  );
};
