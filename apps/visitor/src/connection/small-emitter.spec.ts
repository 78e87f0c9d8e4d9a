import { Emitter as Original } from '@socket.io/component-emitter';
import { Emitter } from './small-emitter';

/** What happens to listeners of one emitter, as a list of what they heard. */
const played = (emitter: Emitter): readonly string[] => {
  const heard: string[] = [];
  const listener =
    (name: string) =>
    (...values: never[]): void =>
      void heard.push(`${name} ${values.join()}`);
  const [always, gone, twice] = [listener('always'), listener('gone'), listener('twice')];
  const emit = (event: string, ...values: string[]): unknown =>
    emitter.emitReserved(event, ...(values as never[]));
  emitter.on('a', always).on('a', gone).once('a', listener('once')).once('b', twice).on('b', twice);
  emitter.on('a', () => emitter.off('a', gone));
  emit('a', '1', '2');
  emit('a', '3');
  emitter.removeListener('b', twice);
  emit('b');
  heard.push(String(emitter.hasListeners('b')), String(emitter.listeners('a').length));
  emitter.removeAllListeners('b');
  emit('b');
  emitter.off();
  emit('a');
  return [...heard, String(emitter.hasListeners('a'))];
};

describe('the small emitter', () => {
  it('does with listeners what the one it replaces does', () => {
    const original = played(new (Original as unknown as typeof Emitter)());
    expect(original).toContain('always 1,2');
    expect(played(new Emitter())).toEqual(original);
  });
});
