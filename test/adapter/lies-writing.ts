import { isRef, type Command } from '../../src/domain/index.ts';

import type { Lie } from './lies.ts';

/** Ways of being wrong about changes, and about who is told of them. */
export const LIES_WRITING: readonly Lie[] = [
  {
    what: 'ignores the version a change is for',
    check: 'versions-guard-changes',
    tell: (honest) => ({
      run: ({ ifVersion: _ignored, ...command }, call) => honest.run(command, call),
    }),
  },
  {
    what: 'does a retry again',
    check: 'the-same-id-is-done-once',
    tell: (honest) => {
      let count = 0;
      return {
        run: (command, call) => honest.run({ ...command, id: `${command.id}-${count++}` }, call),
      };
    },
  },
  {
    what: 'takes any command for a retry if its id is known',
    check: 'the-same-id-is-done-once',
    tell: (honest) => {
      const done = new Map<string, Command>();
      return {
        run: async (command, call) => {
          const value = await honest.run(done.get(command.id) ?? command, call);
          done.set(command.id, command);
          return value;
        },
      };
    },
  },
  {
    what: 'answers a change with the record before it',
    check: 'changes-are-there-afterwards',
    tell: (honest) => ({
      run: async (command, call) => {
        const before = isRef(command.target)
          ? await honest.person(command.target.id).catch(() => null)
          : null;
        await honest.run(command, call);
        return before;
      },
    }),
  },
  {
    what: 'loses what is not Latin-1',
    check: 'text-comes-back-as-it-was',
    tell: (honest) => ({
      run: (command, call) => {
        const text = JSON.stringify(command).replace(/[^\0-\xff]/g, '?');
        return honest.run(JSON.parse(text) as Command, call);
      },
    }),
  },
  {
    what: 'stops a batch at the first refusal',
    check: 'batches-answer-one-by-one',
    tell: (honest) => ({
      batch: async (commands, call) => {
        const results = (await honest.batch?.(commands, call)) ?? [];
        const refused = results.findIndex(({ ok }) => !ok);
        return refused < 0 ? results : results.slice(0, refused + 1);
      },
    }),
  },
  {
    what: 'answers a batch in another order',
    check: 'batches-answer-one-by-one',
    tell: (honest) => ({
      batch: async (commands, call) =>
        [...((await honest.batch?.(commands, call)) ?? [])].reverse(),
    }),
  },
  {
    what: 'does what it is only asked to show',
    check: 'previews-change-nothing',
    tell: (honest) => ({
      preview: async (commands, call) => {
        const shown = await honest.preview?.(commands, call);
        await honest.batch?.(commands, call);
        return shown ?? { perTarget: [] };
      },
    }),
  },
  {
    what: 'shows everybody but those it would refuse',
    check: 'previews-tell-refusals',
    tell: (honest) => ({
      preview: async (commands, call) => {
        const { perTarget = [] } = (await honest.preview?.(commands, call)) ?? {};
        return { perTarget: perTarget.filter(({ problem }) => !problem) };
      },
    }),
  },
  {
    what: 'allows what it has never heard of',
    check: 'verdicts-answer-one-by-one',
    tell: () => ({ can: async (commands) => commands.map(() => ({ allowed: true })) }),
  },
  {
    what: 'tells a fact that it does not advertise',
    check: 'account-tells-who-and-what',
    tell: (honest) => ({
      account: async (call) => {
        const snapshot = await honest.account(call);
        return { ...snapshot, facts: { ...snapshot.facts, plan: 'pro' } };
      },
    }),
  },
  {
    what: 'advertises a trail and has none',
    check: 'capabilities-make-sense',
    tell: () => ({ audit: undefined as never }),
  },
  {
    what: 'says that a role was changed, and leaves it',
    check: 'what-is-done-can-be-undone',
    tell: (honest) => ({
      run: (command, call) =>
        command.action === 'user.change-role' && isRef(command.target)
          ? honest.person(command.target.id)
          : honest.run(command, call),
    }),
  },
  {
    what: 'suspends for good',
    check: 'what-is-done-can-be-undone',
    tell: (honest) => ({
      run: (command, call) =>
        command.action === 'user.reactivate' && isRef(command.target)
          ? honest.person(command.target.id)
          : honest.run(command, call),
    }),
  },
];
