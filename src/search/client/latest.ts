/** Does one thing at a time: what is asked for meanwhile is done once, after it, and only the last of it. */
export interface Latest {
  /** Asks for it to be done; returns when nothing is left to do. */
  run(): Promise<void>;
}

/**
 * Makes work that is asked for with every letter typed catch up with the last letter.
 *
 * @param attempt Does the work for the present state, and returns what then is to be done to the page; that is left undone where
 * the state has changed meanwhile.
 */
export function latest(attempt: () => Promise<() => void>): Latest {
  let asked = 0;
  return {
    async run() {
      asked += 1;
      if (asked > 1) return;
      for (let turn = 0; turn !== asked; ) {
        turn = asked;
        const show = await attempt();
        if (turn === asked) show();
      }
      asked = 0;
    },
  };
}
