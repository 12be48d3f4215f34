import type { MemoryOptions } from '../../src/adapter/memory/index.ts';
import type { LessCapable, MockBackend, MockOptions } from '../../src/mock/index.ts';
import type { PolicyDocument } from '../../src/policy/index.ts';
import type { Answers } from './answers.ts';

/** What a story's account has beyond what the toolbar says: `parameters: { account: { … } }`. */
export interface AccountSetup extends Partial<
  Pick<
    MockOptions,
    'latency' | 'failureRate' | 'failures' | 'offline' | 'expired' | 'expiresAfter' | 'sleep'
  >
> {
  /** Changes the account before the backend starts. */
  readonly adjust?: (account: MemoryOptions) => MemoryOptions;
  /** What the backend can do less well than the mock. */
  readonly less?: LessCapable;
  /** Rules of the page, where they are not those of the server: a preset's name, a document, or nothing. */
  readonly policy?: string | PolicyDocument | undefined;
  /** Answers in place of the backend's own, as `answers.ts` has them. */
  readonly first?: Answers;
  /** There is no account around the element at all. */
  readonly none?: boolean;
}

/** What a story finds in `loaded`. */
export interface StoryAccount {
  readonly backend: MockBackend;
  /** Where it answers. */
  readonly baseUrl: string;
  readonly policy: string | PolicyDocument | undefined;
}
