// For specs: a session whose only child waits until it is stopped.
import { inDataDir } from '../session.ts';

const dataDir = process.env['WARMLINE_DATA_DIR'] ?? '';

await inDataDir(
  () => ({ dataDir, url: 'http://localhost' }),
  async ({ children, logDir }) => {
    const args = ['-e', 'setInterval(() => {}, 1e6)'];
    await children.spawn({
      name: 'sleeper',
      command: process.execPath,
      args,
      env: {},
      logFile: `${logDir}/sleeper.log`,
    });
  },
);
