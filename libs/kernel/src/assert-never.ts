/** Ends an exhaustive switch: does not compile while a case is missing, throws if the types were lied to. */
export const assertNever = (value: never): never => {
  throw new TypeError(`unexpected value: ${JSON.stringify(value)}`);
};
