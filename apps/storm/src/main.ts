import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isKept, lastLine } from './report';
import { parseSettings, type StormSettings } from './settings';
import type { Ground } from './stage/ground';
import { openStage } from './stage/open-stage';
import type { RealStage } from './stage/real-stage';
import { Storm, type StormOutcome } from './storm';

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
const keepEvidence = (place: string, { logDir }: RealStage, historyFile: string): string => {
  mkdirSync(place, { recursive: true, mode: 0o700 });
  cpSync(historyFile, join(place, 'history.jsonl'));
  cpSync(logDir, join(place, 'logs'), { recursive: true });
  return place;
};

const explain = (settings: StormSettings, why: readonly string[], evidence: string): void => {
  for (const line of why) say(`  ✗ ${line}`);
  const { seed, seconds, visitors, responders } = settings;
  const again = `--seed ${seed} --seconds ${seconds} --visitors ${visitors} --responders ${responders}`;
  say(`  Again: npm run storm -- ${again}`);
  say(`  What was seen, and every log: ${evidence}`);
};

const storm = async ({ root, abort, lay }: Call, settings: StormSettings): Promise<number> => {
  const { seed, responders } = settings;
  say(`  seed ${seed}`);
  const ground = await lay();
  const complaints: string[] = [];
  const crashed = (name: string, how: string): void => {
    complaints.push(`${name} ended by itself (${how}) [ASG5]`);
  };
  const size = { gateways: GATEWAYS, workers: WORKERS, responders, supervisors: SUPERVISORS };
  const stage = await openStage({ ground, timeScale: TIME_SCALE, ...size, crashed, abort });
  const { verdict, kills, historyFile } = await perform({ settings, stage, ground, complaints, abort });
  if (verdict.acked === 0) complaints.push('nobody had a single message acknowledged');
  const why = [...complaints, ...verdict.explanations];
  const place = join(root, '.warmline', 'storm', String(seed));
  if (why.length > 0) explain(settings, why, keepEvidence(place, stage, historyFile));
  await stage.stop();
  result(lastLine({ seed, kills }, verdict));
  return isKept(verdict) && complaints.length === 0 ? 0 : 1;
};

const perform = ({
  ground,
  ...rest
}: {
  settings: StormSettings;
  stage: RealStage;
  ground: Ground;
  complaints: string[];
  abort: AbortSignal;
}): Promise<StormOutcome> => new Storm({ ...rest, dir: ground.dir, say }).run();

/** Answers the exit code. */
export const runStorm = async (call: Call): Promise<number> => storm(call, parseSettings(call.args));
