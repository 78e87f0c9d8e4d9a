// A Jest transform: a Lua script imported with Vite's `?raw` becomes a module whose default export is its text.
export default {
  /** @param {string} source */
  process(source) {
    return { code: `export default ${JSON.stringify(source)};` };
  },
};
