import { turn } from './manual-clock.ts';

/** Collects rejections that nobody handles, for as long as a `describe` lasts, and fails the test they came from. */
export function noUnhandledRejections(): void {
  const seen: string[] = [];
  const note = (reason: unknown): void => {
    seen.push(reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason));
  };
  const hear = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    note(event.reason);
  };
  const isBrowser = typeof window !== 'undefined';
  beforeEach(() => {
    seen.length = 0;
    if (isBrowser) window.addEventListener('unhandledrejection', hear);
    else process.on('unhandledRejection', note);
  });
  afterEach(async () => {
    // They are told of after the turn in which they happened.
    for (let n = 0; n < 3; n++) await turn();
    if (isBrowser) window.removeEventListener('unhandledrejection', hear);
    else process.off('unhandledRejection', note);
    if (seen.length > 0) throw new Error(`Nobody handled: ${seen.join('; ')}`);
  });
}
