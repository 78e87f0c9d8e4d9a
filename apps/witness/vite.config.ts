import { programConfig } from '../../tools/vite/program-config';

const { build, ...config } = programConfig('witness', ['audit-witness']);

/** One file that runs wherever it is copied to, as a module by its name. */
export default {
  ...config,
  build: {
    ...build,
    rolldownOptions: { ...build?.rolldownOptions, output: { entryFileNames: '[name].mjs' } },
  },
};
