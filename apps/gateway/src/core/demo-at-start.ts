import { readFile } from 'node:fs/promises';
import { verify } from '@node-rs/argon2';
import { z } from 'zod';
import { NO_PASSWORD, UnitOfWork, type Database } from '@warmline/postgres';
import { BadConfiguration, type Config } from './config';

const publishedSchema = z.array(z.object({ signInName: z.string(), password: z.string() }));

/**
 * Outside the demo nobody may sign in with a password that anyone can read. Asks only about names that the demo has, and only
 * while its password still opens the account: a real person may be called Sam. Rejects with BadConfiguration.
 */
export const refusePublishedSignIns = async (
  { WARMLINE_DEMO, DEMO_SIGN_INS_FILE }: Pick<Config, 'WARMLINE_DEMO' | 'DEMO_SIGN_INS_FILE'>,
  database: Database,
): Promise<void> => {
  if (WARMLINE_DEMO === '1' || DEMO_SIGN_INS_FILE === undefined) return;
  const work = new UnitOfWork(database);
  const open: string[] = [];
  for (const { signInName, password } of await publishedIn(DEMO_SIGN_INS_FILE)) {
    const person = await work.inTransaction(({ staff }) => staff.findBySignInName(signInName));
    if (person?.active !== true || person.passwordHash === NO_PASSWORD) continue;
    if (await verify(person.passwordHash, password)) open.push(signInName);
  }
  if (open.length > 0)
    throw new BadConfiguration(
      `This database holds the demo, whose passwords are published (${open.join(', ')}), and WARMLINE_DEMO is 0. ` +
        'Use an empty database for a real service; WARMLINE_DEMO=1 shows the demo on this machine.',
    );
};

const publishedIn = async (file: string): Promise<z.infer<typeof publishedSchema>> => {
  try {
    return publishedSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new BadConfiguration('DEMO_SIGN_INS_FILE: names a file that cannot be read');
  }
};
