import type { Check } from '../check.ts';
import { ensure, skip } from '../ensure.ts';
import type { Subject } from '../subject.ts';
import { NOBODY } from './records.ts';

function previewOf({ adapter, capabilities }: Subject) {
  if (!capabilities.preview.includes('user.edit') || !adapter.preview)
    return skip('user.edit has no preview');
  return adapter.preview.bind(adapter);
}

export const previewChecks: readonly Check[] = [
  {
    name: 'previews-change-nothing',
    promise: 'tells in a preview what happens to whom, and does none of it',
    run: async (subject) => {
      const preview = previewOf(subject);
      const { person, field, valueOf } = await subject.editable();
      const change = { values: { [field]: 'Previewed' } };
      const target = { kind: 'person', id: person.id } as const;
      const { perTarget } = await preview([subject.command('user.edit', target, change)]);
      const [impact, ...more] = perTarget;
      ensure(
        impact?.id === person.id && more.length === 0,
        `the preview is about ${perTarget.map(({ id }) => id).join(', ') || 'nobody'}`,
      );
      ensure(Array.isArray(impact.effects), 'the preview has no list of effects');
      ensure(!impact.problem, 'the preview refuses what is done when it is sent');
      const after = await subject.adapter.person(person.id);
      ensure(valueOf(after) === valueOf(person), 'what was only shown was done');
    },
  },
  {
    name: 'previews-tell-refusals',
    promise: 'tells in a preview whom something cannot be done to, without failing for the others',
    run: async (subject) => {
      const preview = previewOf(subject);
      const { person, field } = await subject.editable();
      const edit = (id: string) =>
        subject.command('user.edit', { kind: 'person', id }, { values: { [field]: 'Previewed' } });
      const { perTarget } = await preview([edit(NOBODY), edit(person.id)]);
      const [nobody, somebody] = perTarget;
      ensure(nobody?.problem, 'a command about nobody has no problem');
      ensure(somebody && !somebody.problem, 'a command is refused for the sake of another');
    },
  },
  {
    name: 'verdicts-answer-one-by-one',
    promise: 'gives one verdict for each command, in order, and with a refusal its reason',
    run: async (subject) => {
      const { adapter } = subject;
      if (!adapter.can) skip('there are no verdicts');
      const { person, field } = await subject.editable();
      const target = { kind: 'person', id: person.id } as const;
      const verdicts = await adapter.can([
        subject.command('conformance.unknown'),
        subject.command('user.edit', target, { values: { [field]: 'Asked' } }),
      ]);
      ensure(verdicts.length === 2, `2 commands, ${verdicts.length} verdicts`);
      const [unknown, edit] = verdicts;
      ensure(unknown?.allowed === false, 'an unknown command is allowed');
      ensure(typeof unknown.code === 'string' && unknown.code, 'a refusal has no reason');
      ensure(edit?.allowed === true, 'what is done when it is sent is refused beforehand');
    },
  },
];
