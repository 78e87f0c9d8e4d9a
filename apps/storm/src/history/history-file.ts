import { closeSync, openSync, writeSync } from 'node:fs';
import type { NemesisEvent } from '../deployment/deployment';
import type { Chronicle } from '../types';
import type { HistoryEvent } from './history-event';

/** Characters gathered before they are written in one go. */
const CHUNK = 1 << 18;

/** Takes down what happened. */
export interface History {
  write(event: HistoryEvent): void;
}

/** The history of one storm: a JSON object a line, in the order in which things were noticed. */
export class HistoryFile implements History, Chronicle {
  private readonly file: number;
  private readonly began = performance.now();
  private gathered: string[] = [];
  private size = 0;
  private open = true;

  /** Makes the file, or empties it. */
  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  write(event: HistoryEvent): void {
    if (!this.open) return;
    const t = Math.round((performance.now() - this.began) * 100) / 100;
    const line = JSON.stringify({ t, w: Date.now(), ...event });
    this.gathered.push(line);
    this.size += line.length;
    if (this.size > CHUNK) this.flush();
  }

  nemesis(event: NemesisEvent): void {
    this.write({ k: 'nemesis', ...event });
    this.flush();
  }

  close(): Promise<void> {
    if (this.open) {
      this.flush();
      closeSync(this.file);
      this.open = false;
    }
    return Promise.resolve();
  }

  private flush(): void {
    if (this.gathered.length > 0) writeSync(this.file, `${this.gathered.join('\n')}\n`);
    this.gathered = [];
    this.size = 0;
  }
}
