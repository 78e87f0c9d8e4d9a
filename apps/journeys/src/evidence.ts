import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const EVIDENCE = join(import.meta.dirname, '../../../dist/journeys');

const asFileName = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What a person had before them when a step failed: a picture and the page's text. */
export const keepEvidence = async (page: Page, name: string): Promise<void> => {
  mkdirSync(EVIDENCE, { recursive: true });
  const file = join(EVIDENCE, asFileName(name));
  await page.screenshot({ path: `${file}.png`, timeout: 5_000 }).catch(() => undefined);
  const text = await page.locator('body').innerText({ timeout: 1_000 }).catch(String);
  writeFileSync(`${file}.txt`, `${page.url()}\n\n${text}\n`);
};
