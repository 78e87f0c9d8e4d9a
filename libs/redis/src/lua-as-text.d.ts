/** A Lua script's source, as Vite and the Jest transform hand it over. */
declare module '*.lua?raw' {
  const source: string;
  export default source;
}
