const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run this spec with npm run test:int -- <pattern>`);
  return value;
};

/** A superuser of a cluster made for this run, connected to its database `postgres`. */
export const postgresUrl = (): string => required('TEST_DATABASE_URL');

/** A Redis made for this run, used by every spec of it: keep to a prefix of your own. */
export const redisUrl = (): string => required('TEST_REDIS_URL');
