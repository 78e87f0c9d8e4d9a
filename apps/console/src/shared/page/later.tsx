import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Banner, Button, Dialog, DialogFoot, Empty, Waiting } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import './later.css';
import { useParts, type ConsoleParts } from './parts';

/** How far a part is that the browser loads on its own. */
interface Loading {
  readonly hasFailed: boolean;
  readonly onAgain: () => void;
}

/** A component that is loaded when it is first shown, or before. */
export type Later<Props> = ((props: Props) => ReactNode) & {
  /** Never rejects: what could not be loaded says so where it is shown, with a way to try again. */
  readonly preload: () => Promise<void>;
};

interface AgainProps extends Loading {
  readonly isBusy: boolean;
}

const Again = ({ isBusy, onAgain }: AgainProps) => (
  <Button kind="main" isBusy={isBusy} onPress={onAgain}>
    {commonWords.tryAgain}
  </Button>
);

const PageState = (state: AgainProps) => (
  <div className="later" role={state.hasFailed ? 'alert' : undefined}>
    {state.hasFailed ? (
      <Empty icon="warn" title={commonWords.partFailed} actions={<Again {...state} />}>
        {commonWords.partFailedWhy}
      </Empty>
    ) : (
      <Waiting label={commonWords.loading} lines={4} />
    )}
  </div>
);

const CardState = (state: AgainProps) =>
  state.hasFailed ? (
    <Banner tone="notice" icon="warn" actions={<Again {...state} />}>
      {commonWords.partFailed} {commonWords.partFailedWhy}
    </Banner>
  ) : null;

const DialogState = (props: AgainProps & { readonly onClose: () => void }) =>
  props.hasFailed ? (
    <Dialog title={commonWords.partFailed} isOpen onClose={props.onClose}>
      <p>{commonWords.partFailedWhy}</p>
      <DialogFoot>
        <Button onPress={props.onClose}>{commonWords.close}</Button>
        <Again {...props} />
      </DialogFoot>
    </Dialog>
  ) : null;

type Load<Props> = () => Promise<ComponentType<Props>>;

/** A page is loaded again only where it can be: without the network nothing would be left of it. */
const isServerThere = ({ fetch }: ConsoleParts): Promise<boolean> =>
  fetch('/console/', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Of every part that is known so far: a part that is loaded may know more. */
const preloads = new Set<() => Promise<void>>();

/** Loads every part, so that none arrives in the middle of something else. Never rejects. */
export const preloadEverything = async (): Promise<void> => {
  for (let known = -1; known !== preloads.size;) {
    known = preloads.size;
    await Promise.all([...preloads].map((preload) => preload()));
  }
};

/** Every part is loaded from when it may be needed without a network: someone who holds a conversation opens any of them. */
export const useEveryPart = (isNeeded: boolean): void =>
  useEffect(() => {
    if (isNeeded) void preloadEverything();
  }, [isNeeded]);

/**
 * Trying again asks for the part once more, then for the whole page: some browsers remember that a part could not be
 * loaded, and after a change of version its address is another one.
 */
const later = <Props extends object>(
  load: Load<Props>,
  State: ComponentType<Props & AgainProps>,
): Later<Props> => {
  let part: ComponentType<Props> | null = null;
  let pending: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    pending ??= load().then(
      (loaded) => {
        part = loaded;
      },
      () => {
        pending = null;
      },
    );
    return pending;
  };
  const Part = (props: Props) => {
    const parts = useParts();
    const [state, setState] = useState<'loading' | 'failed' | 'again' | 'loaded'>('loading');
    useEffect(() => {
      if (part === null) void preload().then(() => setState(part === null ? 'failed' : 'loaded'));
    }, []);
    if (part !== null) return createElement(part, props);
    const again = async (): Promise<void> => {
      setState('again');
      await preload();
      if (part === null && (await isServerThere(parts))) parts.reload();
      setState(part === null ? 'failed' : 'loaded');
    };
    return (
      <State
        {...props}
        hasFailed={state !== 'loading'}
        isBusy={state === 'again'}
        onAgain={() => void again()}
      />
    );
  };
  preloads.add(preload);
  return Object.assign(Part, { preload });
};

/** A page of the console: the browser loads it when someone goes there. */
export const laterPage = <Props extends object>(load: Load<Props>): Later<Props> => later(load, PageState);

/** A card in a page; nothing is in its place until it is loaded. */
export const laterCard = <Props extends object>(load: Load<Props>): Later<Props> => later(load, CardState);

/** A dialog: one that cannot be loaded says so in its place, and can be closed. */
export const laterDialog = <Props extends { readonly onClose: () => void }>(
  load: Load<Props>,
): Later<Props> => later(load, DialogState);
