/** Fixed ids of types in the catalogue of Postgres. */
const OIDS = { bytea: 17, int4: 23, text: 25, uuid: 2950 } as const;
type ElementType = keyof typeof OIDS;

/** Number of dimensions, whether there are nulls, the element's type; then length and lower bound of the one dimension. */
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL = -1;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The error of Postgres for such a text; in binary Postgres would accept any 16 bytes. */
export class NoUuid extends TypeError {
  readonly code = '22P02';
}

const uuidBytes = (id: string): Buffer => {
  if (!UUID.test(id)) throw new NoUuid('not a uuid');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
};

const int4Bytes = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/** A one-dimensional array in the binary format of Postgres: a third of the length of its text, with nothing to parse. */
const arrayOf = (type: ElementType, elements: readonly (Uint8Array | null)[]): Buffer => {
  const size = elements.reduce((sum, element) => sum + LENGTH_BYTES + (element?.length ?? 0), HEADER_BYTES);
  const array = Buffer.allocUnsafe(size);
  let at = 0;
  const write = (number: number): void => {
    at = array.writeInt32BE(number, at);
  };
  for (const number of [1, Number(elements.includes(null)), OIDS[type], elements.length, 1]) write(number);
  for (const element of elements) {
    write(element?.length ?? NULL);
    if (element === null) continue;
    array.set(element, at);
    at += element.length;
  }
  return array;
};

/** Parameters in Postgres' binary format: `pg` sends a Buffer as it is. */
export const binaryArray = {
  /** Throws NoUuid for anything else. */
  uuid: (ids: readonly (string | null)[]): Buffer =>
    arrayOf(
      'uuid',
      ids.map((id) => (id === null ? null : uuidBytes(id))),
    ),
  text: (texts: readonly string[]): Buffer =>
    arrayOf(
      'text',
      texts.map((text) => Buffer.from(text)),
    ),
  /** Throws a RangeError outside of 32 bits. */
  int4: (numbers: readonly (number | null)[]): Buffer =>
    arrayOf(
      'int4',
      numbers.map((number) => (number === null ? null : int4Bytes(number))),
    ),
  bytea: (all: readonly Uint8Array[]): Buffer => arrayOf('bytea', all),
};
