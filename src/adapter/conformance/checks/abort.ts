import type { Check } from '../check.ts';
import { ensure } from '../ensure.ts';

export const abortChecks: readonly Check[] = [
  {
    name: 'aborted-calls-end-as-aborted',
    promise: 'ends every call as aborted whose signal was aborted before it, and does nothing',
    run: async (subject) => {
      const { adapter } = subject;
      const call = { signal: AbortSignal.abort() };
      const reads: readonly [string, () => Promise<unknown>][] = [
        ['account', () => adapter.account(call)],
        ['people', () => adapter.people({}, call)],
        ['person', () => adapter.person('anyone', call)],
        ['roles', () => adapter.roles(call)],
        ['run', () => adapter.run(subject.command('user.list'), call)],
      ];
      for (const [name, read] of reads)
        await subject.refused(`${name}() aborted`, ['aborted'], read);
    },
  },
  {
    name: 'an-abort-is-heard-or-too-late',
    promise: 'ends a call aborted on its way as aborted, or answers it as if nothing had been said',
    run: async (subject) => {
      const controller = new AbortController();
      const answer = subject.adapter.people({}, { signal: controller.signal });
      controller.abort();
      const page = await answer.catch(() => undefined);
      if (page) ensure(Array.isArray(page.items), 'an aborted page has no items');
      else {
        await subject.refused('people() aborted on its way', ['aborted'], () => answer);
      }
      // Nothing of it stays behind.
      await subject.adapter.people({ size: 1 });
    },
  },
];
