const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A UUIDv7: grows with time, so a database index stays compact; made once per message and per start. */
export const newMessageId = (): string => {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(10));
  // The two highest bits after the version's group name the variant.
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  const rest = hex(random);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
};
