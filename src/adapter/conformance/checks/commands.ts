import {
  ACTION_SHAPES,
  type ActionShape,
  type ActionShapes,
  type Command,
} from '../../../domain/index.ts';
import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';
import type { Subject } from '../subject.ts';
import { NOBODY } from './records.ts';

/**
 * A command that cannot do anything, wherever it is sent: it is about something that does not exist, or lacks what
 * it needs. `undefined` where only the real thing could be tried.
 */
function harmless(
  subject: Subject,
  action: string,
  { target, on, needs, access }: ActionShape,
): Command | undefined {
  if (target === 'required' && on) return subject.command(action, { kind: on, id: NOBODY }, {});
  if (needs?.length) return subject.command(action);
  return access === 'read' ? subject.command(action) : undefined;
}

const registry: ActionShapes = ACTION_SHAPES;

export const commandChecks: readonly Check[] = [
  {
    name: 'advertised-commands-are-done',
    promise: 'never answers unsupported to a command that it advertises',
    run: async (subject) => {
      for (const [action, row] of Object.entries(registry)) {
        if (!subject.offers(action)) continue;
        const command = harmless(subject, action, row);
        if (!command) continue;
        const kind = await outcome(subject, command);
        ensure(kind !== 'unsupported', `${action} is advertised, and answered with unsupported`);
      }
    },
  },
  {
    name: 'unadvertised-commands-are-unsupported',
    promise: 'answers unsupported to every command that it does not advertise',
    run: async (subject) => {
      const left = Object.entries(registry).filter(([action]) => !subject.offers(action));
      for (const [action, row] of [...left, ['conformance.unknown', { access: 'read' }] as const]) {
        const command = harmless(subject, action, row) ?? subject.command(action);
        const kind = await outcome(subject, command);
        ensure(kind === 'unsupported', `${action} is not advertised, and answered with ${kind}`);
      }
    },
  },
  {
    name: 'incomplete-commands-are-invalid',
    promise: 'refuses a command that lacks what it needs, saying which part',
    run: async (subject) => {
      const editable = (await subject.everyone()).at(-1) ?? skip('there are no people');
      const target = { kind: 'person', id: editable.id } as const;
      for (const action of ['user.change-role', 'user.change-type', 'user.edit']) {
        if (!subject.offers(action)) continue;
        // A backend may look at the rules first.
        const kinds = ['invalid', 'forbidden', 'rule', 'quota'] as const;
        const problem = await subject.refused(action, kinds, () =>
          subject.adapter.run(subject.command(action, target, {})),
        );
        ensure(
          problem.kind !== 'invalid' || problem.fields?.length,
          `${action}: invalid, without saying which field`,
        );
      }
    },
  },
];

/** How a command ended: `done`, or as which problem. */
async function outcome(subject: Subject, command: Command): Promise<string> {
  const problem = await subject.outcome(command.action, () => subject.adapter.run(command));
  return 'kind' in problem ? problem.kind : 'done';
}
