import type { Wall } from '@warmline/contracts';
import { Banner, Empty, Waiting } from '@warmline/ui';
import { FigureCards } from '../../shared/figures/figure-cards';
import { wallFiguresOf } from '../../shared/figures/now-figures';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { min } from '../../shared/i18n/spans';
import { useOwnService } from '../../shared/page/service-line';
import { usePassing, useWall, type WallState } from './use-wall';
import { wallWords } from './wall-words';
import './wall.css';

const said = wallWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

type Heard = Pick<WallState, 'isSilent'> & { readonly heardAt: number };

/** A figure that is old must not look like one that is new. */
const LastHeard = ({ heardAt, isSilent }: Heard) => {
  const now = usePassing();
  const time = timeOfDay.format(heardAt);
  if (!isSilent) return <p className="wall__heard">{said.heard(time)}</p>;
  return (
    <Banner tone="notice" icon="warn">
      {said.silent(time, min(Math.floor(Math.max(0, now - heardAt) / 60_000)))}
    </Banner>
  );
};

interface FiguresProps {
  readonly wall: Wall;
  readonly heardAt: number;
}

/** Waits go on between two readings: the device's clock counts on from the server's. */
const Figures = ({ wall, heardAt }: FiguresProps) => {
  const now = usePassing();
  return (
    <>
      {wall.isPartial ? <Banner tone="notice">{said.isPartial}</Banner> : null}
      <FigureCards figures={wallFiguresOf(wall, wall.now + Math.max(0, now - heardAt))} />
    </>
  );
};

const Shown = ({ wall, heardAt, isSilent, isOver }: WallState) => {
  if (isOver)
    return (
      <div role="alert">
        <Empty icon="warn" title={said.over}>
          {said.overWhy}
        </Empty>
      </div>
    );
  if (wall === null || heardAt === null)
    return isSilent ? (
      <Banner tone="notice" icon="warn">
        {said.never}
      </Banner>
    ) : (
      <Waiting label={said.loading} lines={8} />
    );
  return (
    <>
      <LastHeard heardAt={heardAt} isSilent={isSilent} />
      <Figures wall={wall} heardAt={heardAt} />
    </>
  );
};

/** A screen on a wall: figures in large type, and when they were last heard. Nobody is signed in to it. */
export const WallPage = ({ secret }: { readonly secret: string }) => {
  const state = useWall(secret);
  const { name, isDemo = false } = useOwnService();
  return (
    <main className="wall">
      <header className="wall__head">
        <h1 className="wall__product">{name}</h1>
        <h2 className="wall__title">{said.title}</h2>
        {isDemo ? <p className="wall__demo">{commonWords.demo}</p> : null}
      </header>
      <Shown {...state} />
    </main>
  );
};
