// Which test is running, for Jest: it asks for an AsyncLocalStorage. A real one makes every promise of the process dearer, and
// Jest takes one more with each file that a worker runs. Specs run one test at a time, so one field is enough.

/** @template Store */
export class CurrentTest {
  /** @type {Store | undefined} */
  #store;

  getStore() {
    return this.#store;
  }

  /** @template Result @param {Store} store @param {() => Result} callback @returns {Result} */
  run(store, callback) {
    const before = this.#store;
    const restore = () => {
      this.#store = before;
    };
    this.#store = store;
    /** @type {any} */
    let result;
    try {
      result = callback();
    } catch (error) {
      restore();
      throw error;
    }
    if (typeof result?.finally === 'function') return result.finally(restore);
    restore();
    return result;
  }
}
