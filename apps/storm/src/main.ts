import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureStart, startDeployment } from './deployment/deployment-builder';
import type { Resources } from './deployment/resources';
import { inSlowMotion, TooSlow } from './machine/slow-motion';
import { Outages } from './outages/outages';
import { lastLine } from './report';
import { againAs, parseSettings, type StormSettings } from './settings';
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
  readonly startResources: () => Promise<Resources>;
}

/** Exit code of a storm that could say nothing: the machine is too slow for its seed. */
export const TOO_SLOW = 3;

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
const keepEvidence = ({ root }: Call, { seed }: StormSettings, { dir, logDir }: Resources): string => {
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

/** Starts a deployment, runs an act on it, and explains what went wrong. */
const runAct = async (call: Call, asked: StormSettings, act: Act): Promise<number> => {
  const { responders } = asked;
  const { abort } = call;
  const tell = asked.json ? sayNothing : say;
  tell(`  seed ${asked.seed}`);
  const resources = await call.startResources();
  const complaints: string[] = [];
  const crashed = (name: string, how: string): void => {
    complaints.push(`${name} ended by itself (${how}) [ASG5]`);
  };
  const size = { gateways: GATEWAYS, workers: WORKERS, responders, supervisors: SUPERVISORS };
  const keep = (): string => keepEvidence(call, asked, resources);
  let stopAll = (): Promise<void> => resources.stopAll();
  try {
    const settings = inSlowMotion(asked, await measureStart({ resources, abort, ...size }));
    const { timeScale } = settings;
    if (timeScale !== asked.timeScale) tell(`  in slow motion: time scale ${timeScale.toFixed(2)}`);
    await resources.spawn(resources.metronome);
    const deployment = await startDeployment({ resources, timeScale, ...size, crashed, abort });
    stopAll = () => deployment.stop();
    const { why, last } = await act({
      settings,
      deployment,
      dir: resources.dir,
      metronomeLog: resources.metronome.logFile,
      complaints,
      abort,
      say: tell,
    });
    await stopAll();
    const all = [...complaints, ...why];
    if (all.length > 0) explain(asked, all, keep());
    else if (settings.keep) say(`  What was seen, and every log: ${keep()}`);
    result(last);
    return all.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TooSlow)) {
      if (!abort.aborted) explain(asked, complaints, keep());
      throw error;
    }
    await stopAll();
    result(error.message);
    return TOO_SLOW;
  }
};

const storm: Act = async (options) => {
  const { seed } = options.settings;
  const { verdict, kills } = await new Storm(options).run();
  if (verdict.acked === 0) options.complaints.push('nobody had a single message acknowledged');
  return { why: verdict.explanations, last: lastLine({ seed, kills }, verdict) };
};

const outages: Act = (options) => new Outages(options).run();

/** @returns the exit code: 0 all is well, 1 a violation, TOO_SLOW neither */
export const runStorm = (call: Call): Promise<number> => {
  const settings = parseSettings(call.args);
  return runAct(call, settings, settings.mode === 'outages' ? outages : storm);
};
