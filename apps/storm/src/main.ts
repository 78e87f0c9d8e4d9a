import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Outages } from './outages/outages';
import { lastLine } from './report';
import { againAs, parseSettings, type StormSettings } from './settings';
import type { Ground } from './stage/ground';
import { openStage } from './stage/open-stage';
import { historyFileIn, Storm, type StormOptions } from './storm';

export { BadOption } from './settings';

/** What apps/storm/run hands over. */
export interface Call {
  readonly args: readonly string[];
  /** Ctrl-C. */
  readonly abort: AbortSignal;
  /** Of this project. */
  readonly root: string;
  /** Starts Postgres and Redis for this run. */
  readonly lay: () => Promise<Ground>;
}

/** Two are the least that can take over from each other. */
const GATEWAYS = 2;
const WORKERS = 2;
const SUPERVISORS = 2;

/** The result goes to the output, everything else beside it. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const sayNothing = (): void => undefined;
const result = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Keeps what is needed to find out why. */
const keepEvidence = ({ root }: Call, { seed }: StormSettings, { dir, logDir }: Ground): string => {
  const place = join(root, '.warmline', 'storm', String(seed));
  mkdirSync(place, { recursive: true, mode: 0o700 });
  cpSync(logDir, join(place, 'logs'), { recursive: true });
  const history = historyFileIn(dir);
  if (existsSync(history)) cpSync(history, historyFileIn(place));
  return place;
};

const explain = (settings: StormSettings, why: readonly string[], evidence: string): void => {
  for (const line of why) say(`  ✗ ${line}`);
  say(`  Again: npm run storm -- ${againAs(settings)}`);
  say(`  What was seen, and every log: ${evidence}`);
};

/** What came of an act. */
interface Finding {
  /** The shortest explanations of what is wrong. */
  readonly why: readonly string[];
  /** What to say at the very end. */
  readonly last: string;
}

type Act = (options: StormOptions) => Promise<Finding>;

/** Opens a stage on the ground, has something played on it, and explains what went wrong. */
const play = async (call: Call, settings: StormSettings, act: Act): Promise<number> => {
  const { responders, timeScale } = settings;
  const { abort } = call;
  const tell = settings.json ? sayNothing : say;
  tell(`  seed ${settings.seed}`);
  const ground = await call.lay();
  const complaints: string[] = [];
  const crashed = (name: string, how: string): void => {
    complaints.push(`${name} ended by itself (${how}) [ASG5]`);
  };
  const size = { gateways: GATEWAYS, workers: WORKERS, responders, supervisors: SUPERVISORS };
  const keep = (): string => keepEvidence(call, settings, ground);
  try {
    const stage = await openStage({ ground, timeScale, ...size, crashed, abort });
    const { why, last } = await act({ settings, stage, dir: ground.dir, complaints, abort, say: tell });
    await stage.stop();
    const all = [...complaints, ...why];
    if (all.length > 0) explain(settings, all, keep());
    else if (settings.keep) say(`  What was seen, and every log: ${keep()}`);
    result(last);
    return all.length === 0 ? 0 : 1;
  } catch (error) {
    if (!abort.aborted) explain(settings, complaints, keep());
    throw error;
  }
};

const storm: Act = async (options) => {
  const { seed } = options.settings;
  const { verdict, kills } = await new Storm(options).run();
  if (verdict.acked === 0) options.complaints.push('nobody had a single message acknowledged');
  return { why: verdict.explanations, last: lastLine({ seed, kills }, verdict) };
};

const outages: Act = (options) => new Outages(options).run();

/** Answers the exit code. */
export const runStorm = (call: Call): Promise<number> => {
  const settings = parseSettings(call.args);
  return play(call, settings, settings.mode === 'outages' ? outages : storm);
};
