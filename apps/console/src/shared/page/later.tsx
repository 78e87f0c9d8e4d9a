import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Banner, Button, Dialog, DialogFoot, Empty, Waiting } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';

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

const reload = (): void => location.reload();

/** The address of a part changes with each version, so trying again is not enough after the server got a new one. */
const Ways = ({ onAgain }: { readonly onAgain: () => void }) => (
  <>
    <Button kind="main" onPress={onAgain}>
      {commonWords.tryAgain}
    </Button>
    <Button onPress={reload}>{commonWords.reload}</Button>
  </>
);

const PageState = ({ hasFailed, onAgain }: Loading) =>
  hasFailed ? (
    <div role="alert">
      <Empty icon="warn" title={commonWords.partFailed} actions={<Ways onAgain={onAgain} />}>
        {commonWords.partFailedWhy}
      </Empty>
    </div>
  ) : (
    <Waiting label={commonWords.loading} lines={4} />
  );

const CardState = ({ hasFailed, onAgain }: Loading) =>
  hasFailed ? (
    <Banner tone="notice" icon="warn" actions={<Ways onAgain={onAgain} />}>
      {commonWords.partFailed} {commonWords.partFailedWhy}
    </Banner>
  ) : null;

const DialogState = ({ hasFailed, onAgain, onClose }: Loading & { readonly onClose: () => void }) =>
  hasFailed ? (
    <Dialog title={commonWords.partFailed} isOpen onClose={onClose}>
      <p>{commonWords.partFailedWhy}</p>
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.close}</Button>
        <Ways onAgain={onAgain} />
      </DialogFoot>
    </Dialog>
  ) : null;

type Load<Props> = () => Promise<ComponentType<Props>>;

const later = <Props extends object>(
  load: Load<Props>,
  State: ComponentType<Props & Loading>,
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
    const [tries, setTries] = useState(0);
    const [ended, setEnded] = useState<number | null>(null);
    useEffect(() => {
      let isOver = false;
      const end = (): void => {
        if (!isOver) setEnded(tries);
      };
      if (part === null) void preload().then(end);
      return () => {
        isOver = true;
      };
    }, [tries]);
    if (part !== null) return createElement(part, props);
    return <State {...props} hasFailed={ended === tries} onAgain={() => setTries(tries + 1)} />;
  };
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
