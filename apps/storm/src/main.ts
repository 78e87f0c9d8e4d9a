import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine } from './report';
import { parseSettings, type StormSettings } from './settings';
import type { Ground } from './stage/ground';
import { openStage } from './stage/open-stage';
import { historyFileIn, Storm, type StormOptions } from './storm';

export { BadOption } from './settings';

/** What infra/local hands over. */
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
const TIME_SCALE = 0.1;

/** The way there; the result goes to the output. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
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
  const { seed, seconds, visitors, responders } = settings;
  const again = `--seed ${seed} --seconds ${seconds} --visitors ${visitors} --responders ${responders}`;
  say(`  Again: npm run storm -- ${again}`);
  say(`  What was seen, and every log: ${evidence}`);
};

/** Opens a stage on the ground, has something played on it, and explains what went wrong. */
const play = async (call: Call, settings: StormSettings, act: Act): Promise<number> => {
  const { seed, responders } = settings;
  const { abort } = call;
  say(`  seed ${seed}`);
  const ground = await call.lay();
  const complaints: string[] = [];
  const crashed = (name: string, how: string): void => {
    complaints.push(`${name} ended by itself (${how}) [ASG5]`);
  };
  const size = { gateways: GATEWAYS, workers: WORKERS, responders, supervisors: SUPERVISORS };
  try {
    const stage = await openStage({ ground, timeScale: TIME_SCALE, ...size, crashed, abort });
    const why = await act({ settings, stage, dir: ground.dir, complaints, abort, say });
    if (complaints.length + why.length === 0) return 0;
    explain(settings, [...complaints, ...why], keepEvidence(call, settings, ground));
  } catch (error) {
    if (abort.aborted) return 1;
    explain(settings, complaints, keepEvidence(call, settings, ground));
    throw error;
  }
  return 1;
};

/** Answers what was found to be wrong. */
type Act = (options: StormOptions) => Promise<readonly string[]>;

const storm: Act = async (options) => {
  const { verdict, kills } = await new Storm(options).run();
  if (verdict.acked === 0) options.complaints.push('nobody had a single message acknowledged');
  await options.stage.stop();
  result(lastLine({ seed: options.settings.seed, kills }, verdict));
  return verdict.explanations;
};

/** Answers the exit code. */
export const runStorm = (call: Call): Promise<number> => play(call, parseSettings(call.args), storm);
