import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill } from 'node:process';
import { chromium, type BrowserContext } from 'playwright-core';
import { PATIENCE_MS, stretched, until } from '@warmline/test-kit/testing';
import { chromiumPath, warmlineUrl } from './running';

const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended since the list was read.
    return '';
  }
};

/** A browser with a profile on disk, as people have it; the other journeys' browser keeps its profiles in memory. */
export class BrowserProfile {
  private constructor(
    readonly folder: string,
    readonly context: BrowserContext,
  ) {}

  static async open(): Promise<BrowserProfile> {
    const folder = await mkdtemp(join(tmpdir(), 'warmline-profile-'));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: chromiumPath(),
      baseURL: warmlineUrl(),
      locale: 'en-GB',
      reducedMotion: 'reduce',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    context.setDefaultTimeout(stretched(PATIENCE_MS));
    return new BrowserProfile(folder, context);
  }

  /** The files of the profile that hold this text, in single bytes or in UTF-16. */
  async filesWith(text: string): Promise<readonly string[]> {
    const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files = found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const holding = await Promise.all(
      files.map(async (file) => {
        // The browser deletes some of its files while they are listed.
        const content = await readFile(file).catch(() => Buffer.of());
        return forms.some((form) => content.includes(form)) ? [file.slice(this.folder.length)] : [];
      }),
    );
    return holding.flat();
  }

  /** Ends the browser at once, as when the power goes. */
  async killBrowser(): Promise<void> {
    const pids = readdirSync('/proc').filter(
      (pid) =>
        commandOf(pid).includes(`--user-data-dir=${this.folder}`) && !commandOf(pid).includes('--type='),
    );
    for (const pid of pids) kill(Number(pid), 'SIGKILL');
    await until('the browser to be gone', async () => pids.every((pid) => commandOf(pid) === ''));
  }

  async remove(): Promise<void> {
    await this.context.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
