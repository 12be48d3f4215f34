import type { TokenSource } from './options.ts';

type Held = Promise<string | undefined>;

/** The token in use, shared by every call. */
export interface Tokens {
  /** The one to send now. */
  current(): Held;
  /** One to try in place of one that was refused; calls refused alike share it. `undefined`: there is no other. */
  instead(refused: Held): Held | undefined;
  /** Refused as well: the next call asks anew, since somebody may have signed in by then. */
  forget(refused: Held): void;
}

export function tokensFrom(source: TokenSource | undefined): Tokens {
  if (typeof source !== 'function') {
    const held = Promise.resolve(source);
    return { current: () => held, instead: () => undefined, forget: () => undefined };
  }
  let held: Held | undefined;
  const forget = (refused: Held): void => {
    if (held === refused) held = undefined;
  };
  const current = (): Held => {
    if (!held) {
      const asked: Held = (held = (async () => source())());
      asked.catch(() => forget(asked));
    }
    return held;
  };
  return {
    current,
    forget,
    instead: (refused) => {
      forget(refused);
      return current();
    },
  };
}
